package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.ErrorHandler;

/** Turns what RIOT has to say about a file into findings in plain words. */
final class FaultRecorder implements ErrorHandler {

    /** What follows from tokens in a wrong order; a token that is wrong in itself is wrong where it stands. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?:Triples not terminated|Expected IRI for predicate|Keyword 'a' not legal|Unrecognized \\(expected"
                    + "|Unrecognized keyword|Out of place|Not a valid token|Predicate/object required).*",
            Pattern.DOTALL);

    private final SourceText source;
    private final PlainWords words;
    private final List<Finding> findings = new ArrayList<>();
    private final int most;
    private IntFunction<Optional<Finding>> slips = fault -> Optional.empty();
    private int shift;

    /** Records so many faults; with one more, reading ends. */
    FaultRecorder(SourceText source, int most) {
        this.source = source;
        this.most = most;
        this.words = new PlainWords(source);
    }

    /** Says how many lines the parser was not given, so that its first line is another of the file. */
    void shift(int lines) {
        shift = lines;
    }

    /** Says how to look for the slip that a fault of grammar at an offset follows from. */
    void slips(IntFunction<Optional<Finding>> search) {
        slips = search;
    }

    /** Packs the parser's line and column as they are in the file; 0 if the parser does not know. */
    long place(long line, long column) {
        return line < 1 ? 0 : Position.pack(line + shift, column);
    }

    /**
     * A position in the file. Some parsers count on beyond the end of a line when they give up, and that of XML counts a
     * carriage return without a line feed as the end of a line.
     */
    Position position(long line, long column) {
        Position position = Position.of(source.name(), place(line, column));
        if (position.line() > source.lineCount()) {
            return source.position(source.text().length());
        }
        int last = source.line(position.line()).length() + 1;
        return position.column() <= last ? position : new Position(position.file(), position.line(), last);
    }

    void add(Finding finding) {
        while (!findings.isEmpty() && isWithin(findings.getLast(), finding)) {
            findings.removeLast();
        }
        if (findings.isEmpty() || !isConsequence(findings.getLast(), finding)) {
            stopIfEnough(finding.position());
            findings.add(finding);
        }
    }

    private void stopIfEnough(Position place) {
        if (findings.size() >= most) {
            if (findings.size() == most) {
                findings.add(Finding.unfinished(place, most));
            }
            throw new StoppedException(0, 0);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void warning(String message, long line, long column) {
        add(words.explain(message, position(line, column), Severity.WARNING));
    }

    @Override
    public void error(String message, long line, long column) {
        add(words.explain(message, position(line, column), Severity.VIOLATION));
    }

    @Override
    public void fatal(String message, long line, long column) {
        Position at = position(line, column);
        Optional<Finding> slip = GRAMMAR.matcher(message).matches()
                ? SlashedNames.at(source, at).or(() -> slips.apply(source.offset(at.line(), at.column())))
                : Optional.empty();
        Finding finding = slip.orElseGet(() -> words.explain(message, at, Severity.VIOLATION));
        add(finding);
        // Some parsers say where they are when they give up, which may be within what follows.
        long stop = Position.pack(at.line(), at.column());
        long told = Position.pack(finding.line(), finding.column());
        Position first = Position.of(source.name(), stop == 0 ? 0 : Math.min(stop, told));
        throw new StoppedException(first.line(), first.column());
    }

    /** A refused context makes the JSON-LD parser give up without saying where. */
    private static boolean isConsequence(Finding refusal, Finding finding) {
        return refusal.component().equals(Check.OUTSIDE_REFERENCE.component()) && finding.line() == 0;
    }

    /** The tokenizer complains of characters within an IRI before anybody complains of the whole of it. */
    private static boolean isWithin(Finding character, Finding iri) {
        return character.component().equals(Check.BAD_IRI.component())
                && character.line() == iri.line()
                && character.column() > iri.column();
    }
}
