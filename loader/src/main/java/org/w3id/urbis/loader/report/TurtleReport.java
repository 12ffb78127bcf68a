package org.w3id.urbis.loader.report;

import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** A SHACL report as Turtle, result by result, so that a long report takes no more memory than a short one. */
final class TurtleReport {

    private TurtleReport() {}

    /** Writes the report. */
    static void write(Report report, OutputStream out) {
        StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        ReportPrefixes.ALL.forEach(turtle::prefix);
        ShaclTriples.send(report, turtle::triple);
        turtle.finish();
    }
}
