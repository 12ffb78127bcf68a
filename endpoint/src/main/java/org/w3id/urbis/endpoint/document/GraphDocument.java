package org.w3id.urbis.endpoint.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;

/**
 * Writes any number of statements as one JSON-LD document by the published context, thing by thing and without holding
 * more than one of them, for graphs of every size.
 */
public final class GraphDocument {
    private final DocumentContext context;
    private final Identifiers identifiers;

    /** Writes by a context. */
    public GraphDocument(DocumentContext context, Identifiers identifiers) {
        this.context = context;
        this.identifiers = identifiers;
    }

    /**
     * Writes the document.
     *
     * @param quads  the statements, those of one subject best one after the other: each run of them is one object
     * @param origin the address of the server, without a slash at its end
     * @throws IOException if the client takes no more
     */
    public void write(Iterator<Quad> quads, String origin, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("{\"@context\": " + JsonText.of(origin + "/" + DocumentContext.PATH) + ",\n\"@graph\": [");
        String separator = "\n";
        List<Quad> run = new ArrayList<>();
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (!run.isEmpty() && !run.getFirst().getSubject().equals(quad.getSubject())) {
                writer.write(separator + JsonText.of(object(run)));
                separator = ",\n";
                run.clear();
            }
            run.add(quad);
        }
        if (!run.isEmpty()) {
            writer.write(separator + JsonText.of(object(run)));
        }
        writer.write("\n]}\n");
        writer.flush();
    }

    private Map<String, Object> object(List<Quad> run) {
        Node subject = run.getFirst().getSubject();
        Description description = new Description(
                subject,
                Map.of(subject, List.copyOf(run)),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of());
        return new NodeFramer(context, identifiers, description).thing();
    }
}
