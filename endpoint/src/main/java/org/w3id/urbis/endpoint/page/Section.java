package org.w3id.urbis.endpoint.page;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** The subjects under which a page groups facts, in the order in which a reader meets them. */
public enum Section {
    /** What it is called. */
    NAMES,
    /** What it is, wants and does. */
    ABOUT,
    /** What is promised, by whom, until when. */
    PROMISE,
    /** Counts and figures. */
    NUMBERS,
    /** Who belongs to it, and what it belongs to. */
    MEMBERS,
    /** Who leads, hosts, pays. */
    ORGANIZATION,
    /** When and how it came about. */
    HISTORY,
    /** What it is about. */
    THEMES,
    /** Where it is. */
    PLACE,
    /** How to reach it. */
    CONTACT,
    /** What others call it and where it stands in a scheme. */
    IDENTITY,
    /** Where it was published, and under which terms. */
    PUBLICATION,
    /** What a term means to a program. */
    TERM,
    /** What the sources say there is none of, and what they are silent about. */
    SILENCE,
    /** All else. */
    OTHER;

    private static final Map<Node, Section> BY_PROPERTY = new HashMap<>();
    private static final Map<Node, Integer> PLACES = new HashMap<>();

    static {
        Map<Section, List<String>> own = new EnumMap<>(Section.class);
        own.put(NAMES, List.of("abbreviation", "formerName", "honorific", "documentSymbol", "edition"));
        own.put(
                ABOUT,
                List.of(
                        "organizationKind",
                        "legalForm",
                        "activityKind",
                        "frameworkKind",
                        "noteKind",
                        "about",
                        "aboutProperty",
                        "printed",
                        "advice",
                        "relatesTo",
                        "vision",
                        "mission",
                        "objective",
                        "service",
                        "membershipRule",
                        "frequency",
                        "duration"));
        own.put(
                PROMISE,
                List.of(
                        "committedBy",
                        "onBehalfOf",
                        "beneficiary",
                        "commitmentKind",
                        "measure",
                        "quantity",
                        "deadline",
                        "deadlineDate",
                        "baseline",
                        "status",
                        "statedIn",
                        "announced"));
        own.put(
                NUMBERS,
                List.of(
                        "memberCount",
                        "figure",
                        "population",
                        "value",
                        "upperValue",
                        "comparator",
                        "unit",
                        "direction",
                        "asPrinted"));
        own.put(
                MEMBERS,
                List.of(
                        "isMemberOf",
                        "member",
                        "inOrganization",
                        "participant",
                        "inActivity",
                        "holder",
                        "post",
                        "postIn",
                        "role",
                        "affiliation",
                        "cooperatesWith",
                        "consultativeStatusWith"));
        own.put(
                ORGANIZATION,
                List.of(
                        "isBodyOf",
                        "groupOf",
                        "isPartOf",
                        "governs",
                        "governedBy",
                        "managedBy",
                        "ledBy",
                        "coordinatedBy",
                        "organizedBy",
                        "carriedOutBy",
                        "hostedBy",
                        "trustee",
                        "fundedBy",
                        "supportedBy",
                        "sponsoredBy",
                        "serves"));
        own.put(
                HISTORY,
                List.of(
                        "founded",
                        "foundedBy",
                        "foundedIn",
                        "successorOf",
                        "adopted",
                        "adoptedBy",
                        "adoptedIn",
                        "adoptedAt",
                        "entryIntoForce",
                        "startDate",
                        "endDate",
                        "periodStart",
                        "periodEnd",
                        "asOf"));
        own.put(THEMES, List.of("contributesTo", "theme", "keyword", "mentions"));
        own.put(
                PLACE,
                List.of(
                        "seat",
                        "location",
                        "country",
                        "isWithin",
                        "geographicScope",
                        "jurisdiction",
                        "latitude",
                        "longitude"));
        own.put(
                CONTACT,
                List.of(
                        "website",
                        "contactPoint",
                        "contactPerson",
                        "contactFor",
                        "email",
                        "telephone",
                        "fax",
                        "socialHandle",
                        "address",
                        "fullAddress",
                        "streetAddress",
                        "postOfficeBox",
                        "postalCode",
                        "addressCity"));
        own.put(
                IDENTITY,
                List.of(
                        "m49Code",
                        "iso3166Alpha2",
                        "iso3166Alpha3",
                        "admin1Code",
                        "unSystemCode",
                        "match",
                        "confidence"));
        own.put(
                PUBLICATION,
                List.of(
                        "published",
                        "publishedBy",
                        "hasGraph",
                        "document",
                        "heading",
                        "lines",
                        "firstLine",
                        "lastLine",
                        "row",
                        "locator",
                        "supports",
                        "inGraph",
                        "file",
                        "mapping",
                        "sha256",
                        "lineCount"));
        own.put(SILENCE, List.of("statedNone", "notStated"));
        List.of(SKOS.prefLabel, SKOS.altLabel, DCTerms.title, RDFS.label, SKOS.notation, DCTerms.identifier)
                .forEach(property -> put(NAMES, property.asNode()));
        List.of(DCTerms.description, SKOS.definition, SKOS.scopeNote, SKOS.example, RDFS.comment)
                .forEach(property -> put(ABOUT, property.asNode()));
        own.forEach((section, names) -> names.forEach(name -> put(section, NodeFactory.createURI(Urbis.NS + name))));
        List.of(
                        SKOS.inScheme,
                        SKOS.topConceptOf,
                        SKOS.broader,
                        SKOS.broaderTransitive,
                        SKOS.narrower,
                        OWL.sameAs,
                        SKOS.exactMatch,
                        SKOS.closeMatch,
                        SKOS.broadMatch,
                        SKOS.relatedMatch,
                        RDFS.seeAlso)
                .forEach(property -> put(IDENTITY, property.asNode()));
        List.of(
                        DCTerms.publisher,
                        DCTerms.creator,
                        DCTerms.created,
                        DCTerms.issued,
                        DCTerms.license,
                        DCTerms.rights,
                        DCTerms.bibliographicCitation)
                .forEach(property -> put(PUBLICATION, property.asNode()));
        List.of(RDFS.isDefinedBy, RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith, OWL.versionInfo)
                .forEach(property -> put(TERM, property.asNode()));
    }

    private static void put(Section section, Node property) {
        PLACES.put(property, PLACES.size());
        BY_PROPERTY.put(property, section);
    }

    /** The section of a property; {@link #OTHER} for what nobody thought of. */
    public static Section of(Node property) {
        return BY_PROPERTY.getOrDefault(property, OTHER);
    }

    /** The place of a property within its section. */
    public static int place(Node property) {
        return PLACES.getOrDefault(property, Integer.MAX_VALUE);
    }

    /** The last part of the key of its heading, such as {@code members}; also its anchor on the page. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
