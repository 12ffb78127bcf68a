package org.w3id.urbis.loader.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFLib;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** Says where a file is broken: Rio gives at most the line, Jena's parser the column too. */
final class SyntaxFaults {

    private final SourceFile file;
    private final List<Fault> faults = new ArrayList<>();

    private SyntaxFaults(SourceFile file) {
        this.file = file;
    }

    static List<Fault> of(SourceFile file, RdfFormat format, BaseIri base, Exception refusal) {
        SyntaxFaults faults = new SyntaxFaults(file);
        if (format.riot().equals(Lang.JSONLD)) {
            // Reading it again would look for its contexts; all that can be placed is a fault of the JSON.
            faults.readJson(refusal);
        } else {
            faults.readAgain(format.riot(), base);
        }
        if (faults.faults.isEmpty()) {
            long line = refusal instanceof RDFParseException parse ? Math.max(parse.getLineNumber(), 0) : 0;
            faults.faults.add(new Fault(file.label(), line, 0, words(refusal)));
        }
        return faults.faults;
    }

    private void readAgain(Lang lang, BaseIri base) {
        try (InputStream in = file.open()) {
            RDFParser.source(in).lang(lang).base(base.value()).errorHandler(new Collector()).parse(StreamRDFLib.sinkNull());
        } catch (RiotException e) {
            if (faults.isEmpty()) {
                faults.add(Fault.of(file.label(), e.getMessage()));
            }
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    private void readJson(Exception refusal) {
        try (InputStream in = file.open()) {
            JSON.parse(in);
        } catch (JsonParseException e) {
            faults.add(new Fault(file.label(), e.getLine(), e.getColumn(), e.getMessage()));
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    private static String words(Exception refusal) {
        StringBuilder words = new StringBuilder(String.valueOf(refusal.getMessage()));
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && words.indexOf(cause.getMessage()) < 0) {
                words.append(": ").append(cause.getMessage());
            }
        }
        return words.toString();
    }

    private final class Collector implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            // Not why the file was refused.
        }

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            faults.add(new Fault(file.label(), Math.max(line, 0), Math.max(column, 0), message));
            throw new RiotException(message);
        }
    }
}
