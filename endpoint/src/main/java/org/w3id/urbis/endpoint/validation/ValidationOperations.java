package org.w3id.urbis.endpoint.validation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.openapi.Sent;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.Upload;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.RdfFormat;

/** What can be asked of {@code /validate}. */
final class ValidationOperations {

    private static final String TURTLE = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers"@en ;
            urbis:webside "www.example.org" .
        """;
    private static final String LINE = "<https://w3id.org/urbis/id/network/rivers>"
            + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"Rivers\"@en .\n";
    private static final String XML = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:urbis="https://w3id.org/urbis/ontology#">
          <urbis:Network rdf:about="https://w3id.org/urbis/id/network/rivers"/>
        </rdf:RDF>
        """;
    private static final String TABLE = "network,name,website,memberCount,memberCount.asOf\n"
            + ",Network of Rivers,www.example.org,nearly 100 cities,2026\n";
    private static final Map<String, Object> JSON = Map.of(
            "@id", "https://w3id.org/urbis/id/network/rivers", "@type", "https://w3id.org/urbis/ontology#Network");

    private ValidationOperations() {}

    static List<Operation> all() {
        return List.of(validate(), schema());
    }

    private static Operation validate() {
        return Operation.post("/validate", "validate", Group.ENTRIES, "A file checked by the shapes")
                .describedAs("Says where a file is wrong and how to mend it. A file with faults is a check that went"
                        + " well: the status is 200 whatever was found. Nothing is kept.")
                .taking(
                        Input.query(
                                        "format",
                                        "The form of the report. Without it, the header Accept decides.",
                                        Schema.choice(Stream.concat(
                                                        ReportFormat.names().stream(),
                                                        Representation.names(ReportForms.OFFERS).stream())
                                                .distinct()
                                                .toList()))
                                .example("json"),
                        Input.language(),
                        Input.query(
                                "download",
                                "Given with any value, the report comes as a file to be kept.",
                                Schema.text()),
                        Input.query(
                                        "name",
                                        "What to call the file in the report. Its ending tells the format where the"
                                                + " type of the body does not.",
                                        Schema.text())
                                .example("my-network.ttl"))
                .sending(sent())
                .answering(Answer.ok("The report.").in(ReportForms.OFFERS).with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(
                        ProblemType.BAD_REQUEST,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.BAD_SHAPES,
                        ProblemType.VALIDATION_TIMEOUT,
                        ProblemType.BUSY);
    }

    private static Sent sent() {
        Sent sent =
                Sent.of("The file in any format that is read, perhaps compressed (`Content-Encoding: gzip`); or a form"
                        + " with the file as `data` and, to judge by other shapes than those of Urbis, files of SHACL"
                        + " shapes as `shapes`. A form may hold both as text, and the parameters as fields. Its field"
                        + " `type` is the media type of the text, or `auto`: then the name tells it, else the text"
                        + " itself.");
        for (RdfFormat format : RdfFormat.values()) {
            sent = sent.in(
                    format.mediaType(),
                    format == RdfFormat.JSON_LD ? Schema.any() : Schema.text(),
                    switch (format) {
                        case TURTLE, TRIG -> TURTLE;
                        case N_TRIPLES, N_QUADS -> LINE;
                        case RDF_XML -> XML;
                        case JSON_LD -> JSON;
                        case CSV -> TABLE;
                        case XLSX -> "";
                    });
        }
        return sent.in(
                "multipart/form-data",
                Schema.object()
                        .having(Upload.DATA, Schema.text().saying("The file."))
                        .having("shapes", Schema.list(Schema.text()).saying("Files of shapes."))
                        .requiring(Upload.DATA),
                Map.of(Upload.DATA, TURTLE));
    }

    private static Operation schema() {
        return Operation.get(
                        PublishedSchema.path(ReportFormat.JSON_SCHEMA),
                        "findingsSchema",
                        Group.ENTRIES,
                        "JSON Schema of a report")
                .describedAs("What stands in a report as JSON. Within a version members are only added.")
                .answering(Answer.ok("The schema.").in(PublishedSchema.MEDIA_TYPE, Schema.any()))
                .failing(ProblemType.METHOD_NOT_ALLOWED)
                .cached();
    }
}
