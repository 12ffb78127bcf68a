package org.w3id.urbis.ontology;

/**
 * IRIs of the ontology's terms that code mentions, and the name spaces in which Urbis mints IRIs.
 *
 * <p>The Turtle files are the vocabulary; a test keeps this class true to them.
 *
 * @see <a href="https://w3id.org/urbis/ontology">Urbis ontology</a>
 */
public final class Urbis {

    /** What every IRI of Urbis begins with. */
    public static final String BASE = "https://w3id.org/urbis/";

    /** Name space of terms: classes and properties. */
    public static final String NS = BASE + "ontology#";

    /** What the IRI of every thing begins with; a kind, a slash and a key follow. */
    public static final String ID = BASE + "id/";

    /** What the IRI of every named graph begins with. */
    public static final String GRAPH = BASE + "graph/";

    /** What the IRI of every framework element begins with that has no IRI of its publisher's. */
    public static final String FRAMEWORK = BASE + "framework/";

    /** Name space of shapes. */
    public static final String SHAPES = BASE + "shapes#";

    // Sources, graphs, citations, notes.
    public static final String SOURCE = NS + "Source";
    public static final String SOURCE_GRAPH = NS + "SourceGraph";
    public static final String DOCUMENT_CLASS = NS + "Document";
    public static final String CITATION_CLASS = NS + "Citation";
    public static final String NOTE = NS + "Note";
    public static final String HAS_GRAPH = NS + "hasGraph";
    public static final String FILE = NS + "file";
    public static final String MAPPING = NS + "mapping";
    public static final String HEADING = NS + "heading";
    public static final String DOCUMENT = NS + "document";
    public static final String SHA256 = NS + "sha256";
    public static final String CITATION = NS + "citation";
    public static final String SUPPORTS = NS + "supports";
    public static final String LINES = NS + "lines";
    public static final String FIRST_LINE = NS + "firstLine";
    public static final String LAST_LINE = NS + "lastLine";
    public static final String LOCATOR = NS + "locator";
    public static final String ROW = NS + "row";
    public static final String IN_GRAPH = NS + "inGraph";
    public static final String ABOUT = NS + "about";
    public static final String ABOUT_PROPERTY = NS + "aboutProperty";
    public static final String ADVICE = NS + "advice";
    public static final String NOTE_KIND = NS + "noteKind";
    public static final String PRINTED = NS + "printed";

    // Findings of a validation.
    public static final String FIX = NS + "fix";
    public static final String REPLACEMENT = NS + "replacement";
    public static final String REPLACEMENT_CLASS = NS + "Replacement";

    // Kinds that pages count and describe.
    public static final String CITY = NS + "City";
    public static final String LOCAL_GOVERNMENT = NS + "LocalGovernment";
    public static final String ORGANIZATION = NS + "Organization";
    public static final String NETWORK = NS + "Network";
    public static final String AGENCY = NS + "Agency";
    public static final String FRAMEWORK_CLASS = NS + "Framework";
    public static final String FRAMEWORK_ELEMENT = NS + "FrameworkElement";
    public static final String COMMITMENT = NS + "Commitment";
    public static final String PERSON = NS + "Person";
    public static final String PROGRAMME = NS + "Programme";
    public static final String PROJECT = NS + "Project";
    public static final String EVENT = NS + "Event";
    public static final String MEMBERSHIP = NS + "Membership";
    public static final String LATITUDE = NS + "latitude";
    public static final String LONGITUDE = NS + "longitude";

    private Urbis() {}
}
