package org.w3id.urbis.endpoint.exchange;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** Writes graphs in the representations that graphs are offered in. */
public final class GraphWriting {
    private static final Map<Representation, RDFFormat> FORMATS = new EnumMap<>(Map.of(
            Representation.TURTLE, RDFFormat.TURTLE_PRETTY,
            // A graph without a name is written alike in both.
            Representation.TRIG, RDFFormat.TURTLE_PRETTY,
            Representation.JSON_LD, RDFFormat.JSONLD11_PRETTY,
            Representation.N_TRIPLES, RDFFormat.NTRIPLES_UTF8,
            Representation.RDF_XML, RDFFormat.RDFXML_PLAIN));

    private GraphWriting() {}

    /** Writes a graph of any size; Turtle and N-Triples go out triple by triple. */
    public static void write(Graph graph, Representation form, OutputStream out) {
        if (form == Representation.TURTLE || form == Representation.N_TRIPLES) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(
                    out, form == Representation.TURTLE ? RDFFormat.TURTLE_BLOCKS : RDFFormat.NTRIPLES_UTF8);
            stream.start();
            graph.getPrefixMapping().getNsPrefixMap().forEach(stream::prefix);
            graph.find().forEachRemaining(stream::triple);
            stream.finish();
        } else {
            RDFWriter.source(graph)
                    .format(form == Representation.JSON_LD ? RDFFormat.JSONLD11_PLAIN : FORMATS.get(form))
                    .output(out);
        }
    }

    /** A small graph as bytes, in UTF-8. */
    public static byte[] bytes(Graph graph, Representation form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(FORMATS.get(form)).output(bytes);
        return bytes.toByteArray();
    }
}
