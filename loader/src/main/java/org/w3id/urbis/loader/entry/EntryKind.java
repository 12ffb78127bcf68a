package org.w3id.urbis.loader.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** A kind of thing that has a table of its own. Its name heads the first column, which says what a table is about. */
public enum EntryKind {
    /** City networks. */
    NETWORK("Network", "keyword", "legalForm", "contributesTo"),
    /** Who belongs to which network, organisation or body. */
    MEMBERSHIP("Membership", "startDate", "endDate", "asOf"),
    /** What somebody promises. */
    COMMITMENT("Commitment", "theme", "contributesTo", "asOf"),
    /** Agreements between actors. */
    PARTNERSHIP("Partnership", "theme", "startDate", "endDate", "asOf"),
    /** Organisations that are no network. */
    ORGANIZATION("Organization", "keyword", "legalForm"),
    /** Governments of cities and regions. */
    GOVERNMENT("LocalGovernment"),
    /** Cities, the places. */
    CITY("City"),
    /** Programmes. */
    PROGRAMME("Programme", "startDate", "endDate", "status"),
    /** Events. */
    EVENT("Event", "startDate", "endDate"),
    /** Entities of the United Nations. */
    AGENCY("Agency"),
    /** Bodies of an organisation. */
    BODY("Body"),
    /** Groups of actors. */
    GROUP("Group"),
    /** People in public roles. */
    PERSON("Person", "honorific"),
    /** Offices. */
    POST("Post"),
    /** Who holds which office. */
    TENURE("Tenure", "startDate", "endDate", "asOf"),
    /** Who takes part in what. */
    PARTICIPATION("Participation", "asOf"),
    /** Projects. */
    PROJECT("Project", "startDate", "endDate", "status"),
    /** Activities. */
    ACTIVITY("Activity", "startDate", "endDate", "status"),
    /** Places that are no city. */
    PLACE("Place"),
    /** Documents. */
    DOCUMENT("Document"),
    /** Frameworks. */
    FRAMEWORK("Framework"),
    /** What is odd in a source. */
    NOTE("Note", "printed", "relatesTo");

    private static final int TEMPLATES = 9;

    private final Node type;
    private final List<String> more;

    EntryKind(String type, String... more) {
        this.type = NodeFactory.createURI(EntryTerms.ONTOLOGY + type);
        this.more = List.of(more);
    }

    /**
     * Names the kind as the first column of its table does, and as names of things do.
     *
     * @return such as {@code network}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a kind.
     *
     * @param key its name, in any case
     * @return the kind; empty if there is none of that name
     */
    public static Optional<EntryKind> of(String key) {
        return Stream.of(values())
                .filter(kind -> kind.key().equalsIgnoreCase(key.strip()))
                .findFirst();
    }

    /**
     * Lists the kinds for which there is a template.
     *
     * @return the kinds, those first that are asked for most
     */
    public static List<EntryKind> templates() {
        return List.of(values()).subList(0, TEMPLATES);
    }

    /** The class of its things. */
    Node type() {
        return type;
    }

    /** What a template has besides what the shapes ask for. */
    List<String> more() {
        return more;
    }
}
