package org.w3id.urbis.loader.publication;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;

/** Writes statements one by one as lines of N-Quads, always in the same way. Not to be shared by threads. */
final class QuadText {

    private final StringWriter text = new StringWriter();
    private final RDFWriter writer = new NQuadsWriter(text);
    private final RioTerms terms = new RioTerms();

    QuadText() {
        writer.startRDF();
    }

    /** The line of a statement with its end of line, in UTF-8. */
    byte[] line(Quad quad) {
        text.getBuffer().setLength(0);
        writer.handleStatement(terms.statement(quad));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
