package org.w3id.urbis.loader.submission;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * What the catalogue says of an accepted submission: what a {@code source.ttl} says of a source that ships, and who handed
 * it in and who accepted it, in the words of PROV-O.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
final class Provenance {

    static final Node LICENCE = NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/");

    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final int KEY_DIGITS = 16;

    private final BaseIri base;
    private final Submission submission;
    private final Event acceptance;
    private final byte[] file;
    private final Graph graph = GraphFactory.createDefaultGraph();

    Provenance(BaseIri base, Submission submission, Event acceptance, byte[] file) {
        this.base = base;
        this.submission = submission;
        this.acceptance = acceptance;
        this.file = file;
    }

    Node source() {
        return NodeFactory.createURI(AcceptedSources.sourcePrefix(base) + submission.id());
    }

    Node document() {
        return base.thing("document", "submission-" + submission.id());
    }

    String title() {
        return "Submission " + submission.id() + ": "
                + submission.receipt().detail(Event.FILE_NAME).orElseThrow();
    }

    byte[] nTriples() {
        describeSource();
        describeDocument();
        describeGraph();
        describeEvent(receiptEvent(), "Submission", submission.receipt());
        describeEvent(acceptanceEvent(), "Acceptance", acceptance);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, graph, Lang.NTRIPLES);
        return bytes.toByteArray();
    }

    private void describeSource() {
        add(source(), RDF.Nodes.type, term("Source"));
        add(source(), DCTerms.title.asNode(), english(title()));
        add(
                source(),
                DCTerms.description.asNode(),
                english("Handed in by " + submission.submitter().name() + " on " + day(submission.received())
                        + " and accepted by " + acceptance.by().name() + " on " + day(acceptance.at()) + "."));
        add(source(), DCTerms.license.asNode(), LICENCE);
        add(source(), term("document"), document());
        add(source(), term("hasGraph"), graphName());
    }

    /** The file is the document that its facts are cited from, unless they cite another. */
    private void describeDocument() {
        Node citation = NodeFactory.createBlankNode();
        add(document(), RDF.Nodes.type, term("Document"));
        add(document(), SKOS.prefLabel.asNode(), english(title()));
        add(document(), term("published"), date(submission.received()));
        add(
                document(),
                term("sha256"),
                text(submission.receipt().detail(Event.SHA256).orElseThrow()));
        add(document(), term("citation"), citation);
        boolean isWorkbook =
                submission.receipt().detail(Event.ENTRY).orElseThrow().endsWith(".xlsx");
        add(
                citation,
                term(isWorkbook ? "locator" : "lines"),
                isWorkbook ? english("all sheets") : text("1-" + lines(file)));
        add(citation, term("document"), document());
    }

    private void describeGraph() {
        Node name = graphName();
        add(name, RDF.Nodes.type, term("SourceGraph"));
        add(name, RDF.Nodes.type, prov("Entity"));
        add(name, term("file"), text(submission.receipt().detail(Event.ENTRY).orElseThrow()));
        add(name, term("document"), document());
        add(name, DCTerms.license.asNode(), LICENCE);
        add(name, DCTerms.created.asNode(), date(submission.received()));
        add(name, prov("wasDerivedFrom"), document());
        add(name, prov("wasAttributedTo"), contributor(submission.submitter()));
        add(name, prov("wasGeneratedBy"), acceptanceEvent());
        add(name, prov("generatedAtTime"), time(acceptance.at()));
        submission.corrects().ifPresent(id -> add(name, prov("wasRevisionOf"), AcceptedSources.graph(base, id)));
    }

    private void describeEvent(Node event, String label, Event told) {
        Node actor = contributor(told.by());
        add(event, RDF.Nodes.type, prov("Activity"));
        add(event, RDFS.Nodes.label, english(label));
        add(event, prov("endedAtTime"), time(told.at()));
        add(event, prov("wasAssociatedWith"), actor);
        add(actor, RDF.Nodes.type, prov("Agent"));
        add(actor, RDFS.Nodes.label, text(told.by().name()));
        if (event.equals(acceptanceEvent())) {
            add(event, prov("wasInformedBy"), receiptEvent());
        } else {
            add(event, prov("generated"), document());
        }
    }

    private Node receiptEvent() {
        return base.thing("submission-event", submission.id() + "-received");
    }

    private Node acceptanceEvent() {
        return base.thing("submission-event", submission.id() + "-accepted");
    }

    /** The same for the same actor wherever they appear, and nothing that tells how they were recognised. */
    private Node contributor(Actor actor) {
        return base.thing("contributor", Sha256.of(actor.key()).substring(0, KEY_DIGITS));
    }

    private Node graphName() {
        return AcceptedSources.graph(base, submission.id());
    }

    /** As an editor counts them: what follows the last line feed is a line too, if it is anything. */
    private static long lines(byte[] file) {
        long feeds = 0;
        for (byte each : file) {
            feeds += each == '\n' ? 1 : 0;
        }
        return file.length == 0 || file[file.length - 1] == '\n' ? Math.max(1, feeds) : feeds + 1;
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }

    private Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }

    private static Node prov(String name) {
        return NodeFactory.createURI(PROV + name);
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node date(Instant at) {
        return NodeFactory.createLiteralDT(day(at).toString(), XSDDatatype.XSDdate);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
