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
    NETWORK("Network"),
    /** Who belongs to which network, organisation or body. */
    MEMBERSHIP("Membership"),
    /** What somebody promises. */
    COMMITMENT("Commitment"),
    /** Agreements between actors. */
    PARTNERSHIP("Partnership"),
    /** Organisations that are no network. */
    ORGANIZATION("Organization"),
    /** Governments of cities and regions. */
    GOVERNMENT("LocalGovernment"),
    /** Cities, the places. */
    CITY("City"),
    /** Programmes. */
    PROGRAMME("Programme"),
    /** Events. */
    EVENT("Event"),
    /** Entities of the United Nations. */
    AGENCY("Agency"),
    /** Bodies of an organisation. */
    BODY("Body"),
    /** Groups of actors. */
    GROUP("Group"),
    /** People in public roles. */
    PERSON("Person"),
    /** Offices. */
    POST("Post"),
    /** Who holds which office. */
    TENURE("Tenure"),
    /** Who takes part in what. */
    PARTICIPATION("Participation"),
    /** Projects. */
    PROJECT("Project"),
    /** Activities. */
    ACTIVITY("Activity"),
    /** Places that are no city. */
    PLACE("Place"),
    /** Documents. */
    DOCUMENT("Document"),
    /** Frameworks. */
    FRAMEWORK("Framework"),
    /** What is odd in a source. */
    NOTE("Note");

    private static final int USUAL = 9;

    private final Node type;

    EntryKind(String type) {
        this.type = NodeFactory.createURI(EntryTerms.ONTOLOGY + type);
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
     * Lists the kinds that are handed in most.
     *
     * @return the kinds, those first that are asked for most
     */
    public static List<EntryKind> usual() {
        return List.of(values()).subList(0, USUAL);
    }

    /**
     * The class of its things.
     *
     * @return its IRI
     */
    public Node type() {
        return type;
    }
}
