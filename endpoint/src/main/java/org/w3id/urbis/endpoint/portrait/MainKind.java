package org.w3id.urbis.endpoint.portrait;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.ontology.Urbis;

/**
 * The kinds that readers tell things apart by, the narrower before the wider: a thing of several classes is of the first that
 * is one of them.
 */
public enum MainKind {
    /** Networks of cities. */
    NETWORK("Network"),
    /** Entities of the United Nations. */
    AGENCY("Agency"),
    /** Governments of cities and other places. */
    GOVERNMENT("LocalGovernment"),
    /** Boards, committees and the like. */
    BODY("Body"),
    /** Those who belong together in some way, without being an organisation. */
    GROUP("Group"),
    /** Cities as places. */
    CITY("City"),
    /** Countries and areas. */
    COUNTRY("Country"),
    /** Parts of the world. */
    REGION("Region"),
    /** All other places. */
    PLACE("Place"),
    /** What somebody promises. */
    COMMITMENT("Commitment"),
    /** Agreements and agendas. */
    FRAMEWORK("Framework"),
    /** Their goals, targets, articles and so on. */
    ELEMENT("FrameworkElement", "Goal", "Target", "Indicator", "Priority", "Article"),
    /** Programmes. */
    PROGRAMME("Programme"),
    /** Projects. */
    PROJECT("Project"),
    /** All other activities. */
    ACTIVITY("Activity"),
    /** Events. */
    EVENT("Event"),
    /** People. */
    PERSON("Person"),
    /** Posts that people hold. */
    POST("Post"),
    /** What was read, as a dataset. */
    SOURCE("Source"),
    /** What was read, as a text. */
    DOCUMENT("Document", "Plan"),
    /** Organisations of all other kinds. */
    ORGANIZATION("Organization"),
    /** Warnings about what a source says. */
    NOTE("Note"),
    /** Codes, words of the ontology, and all else. */
    OTHER("");

    private final List<String> classes;

    MainKind(String... names) {
        this.classes = Stream.of(names).map(name -> Urbis.NS + name).toList();
    }

    /** The kind of a thing with some classes. */
    public static MainKind of(Collection<String> types) {
        return Stream.of(values())
                .filter(kind -> kind.classes.stream().anyMatch(types::contains))
                .findFirst()
                .orElse(OTHER);
    }

    /** The kind that goes by a word in addresses; empty if none does. */
    public static Optional<MainKind> named(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The class that names the kind. */
    public Node term() {
        return NodeFactory.createURI(classes.getFirst());
    }

    /** What it goes by in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
