package org.w3id.urbis.loader.validation;

import java.util.Optional;
import org.w3id.urbis.loader.validation.NextStatement.Beginning;

/**
 * Reads a file of RDF to its end, whatever is wrong in between: knows for each format from where to go on after a fault.
 */
final class RdfFile {

    /** With so many faults a file is probably no RDF at all. */
    private static final int MOST_FAULTS = 100;

    private final SourceText source;
    private final RdfFormat format;
    private final KnownPrefixes knownPrefixes;
    private final FaultRecorder faults;
    private final ForgivingPrefixes prefixes;
    private final StatementReader reader;
    private NextStatement statements;

    RdfFile(
            String name,
            RdfFormat format,
            byte[] content,
            KnownPrefixes knownPrefixes,
            int mostFindings,
            int mostStatements) {
        this.source = SourceText.decode(name, content);
        this.format = format;
        this.knownPrefixes = knownPrefixes;
        this.faults = new FaultRecorder(source, mostFindings);
        this.prefixes = new ForgivingPrefixes(knownPrefixes);
        this.reader = new StatementReader(source, format, content, faults, prefixes, knownPrefixes, mostStatements);
    }

    LocatedFile read() {
        reportBadBytes();
        boolean complete =
                switch (format) {
                    case N_TRIPLES, N_QUADS -> readByLine();
                    case TURTLE, TRIG -> readByStatement();
                    case RDF_XML, JSON_LD -> readAtOnce();
                    case CSV, XLSX -> throw new IllegalArgumentException("No format of statements: " + format);
                };
        boolean told = tellMisdeclared();
        return reader.located(complete && told && !prefixes.isGuessless());
    }

    private boolean tellMisdeclared() {
        try {
            new PrefixFaults(source)
                    .misdeclared(prefixes.misdeclared(), knownPrefixes)
                    .forEach(faults::add);
            return true;
        } catch (StoppedException enough) {
            return false;
        }
    }

    private void reportBadBytes() {
        // XML says itself how it is encoded, and its parser complains if it is not.
        if (format != RdfFormat.RDF_XML) {
            source.undecodable()
                    .ifPresent(offset -> faults.add(Finding.of(
                                    source.position(offset),
                                    Severity.VIOLATION,
                                    Check.ENCODING,
                                    Wording.of("encoding.no-utf-8"))
                            .with(Wording.of("encoding.no-utf-8.fix"))));
        }
    }

    /** Reads on in the next line after each fault. Returns whether there was none. */
    private boolean readByLine() {
        int line = 1;
        for (int faulty = 0; faulty < MOST_FAULTS; faulty++) {
            try {
                reader.read(source.offset(line, 1), "");
                return faulty == 0;
            } catch (StoppedException stopped) {
                if (stopped.line() == 0) {
                    return false;
                }
                line = stopped.line() + 1;
            }
        }
        return tooMany(line);
    }

    /** Reads on at the next statement after each fault. Returns whether there was none. */
    private boolean readByStatement() {
        Optional<Beginning> begun = Optional.of(Beginning.OF_FILE);
        for (int faulty = 0; faulty < MOST_FAULTS; faulty++) {
            Beginning from = begun.get();
            faults.slips(fault -> statements().slip(from, fault));
            try {
                reader.read(from.offset(), from.graph());
                return faulty == 0;
            } catch (StoppedException stopped) {
                if (stopped.line() == 0) {
                    return false;
                }
                int fault = Math.max(from.offset(), source.offset(stopped.line(), stopped.column()));
                begun = statements().after(from, fault);
                if (begun.isEmpty()) {
                    return false;
                }
                prefixes.salvage(source.text()
                        .substring(begun.get().before(), begun.get().offset()));
            }
        }
        return tooMany(source.position(begun.get().offset()).line());
    }

    private NextStatement statements() {
        if (statements == null) {
            statements = new NextStatement(source, format == RdfFormat.TRIG);
        }
        return statements;
    }

    private boolean tooMany(int line) {
        try {
            faults.add(Finding.of(
                    source.position(line, 1),
                    Severity.VIOLATION,
                    Check.UNFINISHED,
                    Wording.of("document.too-many-faults", "count", MOST_FAULTS)));
        } catch (StoppedException enough) {
            // With this one there are more than are told, and that is told.
        }
        return false;
    }

    /** Reads to the end or to the first fault of grammar. Returns whether the end was reached. */
    private boolean readAtOnce() {
        try {
            reader.read(0, "");
            return true;
        } catch (StoppedException stopped) {
            return false;
        }
    }
}
