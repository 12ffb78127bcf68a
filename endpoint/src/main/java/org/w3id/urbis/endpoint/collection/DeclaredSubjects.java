package org.w3id.urbis.endpoint.collection;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/**
 * What things can be asked for that no shape names: paths of several properties, and properties that many kinds share.
 * Where a shape names the same, this stands in its place.
 */
final class DeclaredSubjects {
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("urbis", Urbis.NS)
            .setNsPrefix("skos", SKOS.getURI())
            .setNsPrefix("dct", DCTerms.getURI())
            .setNsPrefix("owl", "http://www.w3.org/2002/07/owl#");

    private static final String AREAS = "http://metadata.un.org/sdg/codes/geoArea/";
    private static final String[] FRAMEWORKS = {
        Urbis.ID + "framework/", Urbis.FRAMEWORK, "http://metadata.un.org/sdg/", "http://metadata.un.org/"
    };
    private static final String[] ORGANIZATIONS = ids("network", "organization", "agency", "body", "government");
    private static final String[] DEEDS = {
        "Organization", "Group", "Activity", "Event", "Document", "Framework", "Commitment", "Partnership"
    };

    private static final List<Declared> ALL = List.of(
            everywhere(
                            "source",
                            "urbis:citation/urbis:inGraph/^urbis:hasGraph",
                            "Something of it is read from this source.")
                    .to(ids("source")),
            everywhere(
                            "document",
                            "urbis:citation/urbis:document|urbis:document",
                            "Something of it is cited from this document.")
                    .to(ids("document")),
            everywhere(
                    "identifier",
                    "owl:sameAs|skos:exactMatch|skos:closeMatch",
                    "It goes by this IRI elsewhere, such as in GeoNames or Wikidata."),
            new Declared(
                    "name",
                    "skos:prefLabel|skos:altLabel|urbis:abbreviation|urbis:formerName|dct:title",
                    FilterType.WORDS,
                    "Any of its names.",
                    List.of(),
                    List.of()),
            // Places and those who sit there.
            on("country", "urbis:country", "It lies in this country or area.", "Place")
                    .to(AREAS),
            on(
                            "country",
                            "urbis:governs/urbis:country",
                            "It governs a place in this country or area.",
                            "LocalGovernment")
                    .to(AREAS),
            on(
                            "country",
                            "urbis:country|urbis:seat/urbis:country|urbis:address/urbis:country"
                                    + "|urbis:address/urbis:addressCity/urbis:country|urbis:governs/urbis:country",
                            "Its seat, its address or the place it governs is in this country or area.",
                            "Organization")
                    .to(AREAS),
            on("country", "urbis:location/urbis:country?", "It takes place in this country or area.", "Event")
                    .to(AREAS),
            on(
                            "country",
                            "urbis:member/(urbis:governs/urbis:country|urbis:seat/urbis:country|urbis:country)",
                            "The member governs a place in this country or area, or has its seat there.",
                            "Membership")
                    .to(AREAS),
            on(
                            "country",
                            "urbis:committedBy/(urbis:governs/urbis:country|urbis:seat/urbis:country|urbis:country)",
                            "Somebody commits who governs a place in this country or area, or has its seat there.",
                            "Commitment")
                    .to(AREAS),
            on("city", "urbis:member/urbis:governs", "The member governs this city.", "Membership")
                    .to(ids("city")),
            numbers(
                    "population",
                    "urbis:population/urbis:value",
                    "Inhabitants, by any count that a source gives.",
                    "Place"),
            words("m49-code", "urbis:m49Code", "The code of the country or area in M49.", "Place"),
            words(
                    "iso-code",
                    "urbis:iso3166Alpha2|urbis:iso3166Alpha3",
                    "The code of the country in ISO 3166-1, of two or three letters.",
                    "Country"),
            dates(
                    "as-of",
                    "urbis:asOf",
                    "For when the source says so.",
                    "Membership",
                    "Participation",
                    "Partnership",
                    "Tenure",
                    "Person",
                    "Activity",
                    "Commitment",
                    "Quantity"),
            dates(
                    "start-date",
                    "urbis:startDate",
                    "When it begins.",
                    "Membership",
                    "Participation",
                    "Partnership",
                    "Tenure",
                    "Activity",
                    "Event",
                    "Commitment"),
            dates(
                    "end-date",
                    "urbis:endDate",
                    "When it ends.",
                    "Membership",
                    "Participation",
                    "Partnership",
                    "Tenure",
                    "Activity",
                    "Event"),
            // Who belongs to whom.
            on(
                            "member-of",
                            "urbis:isMemberOf",
                            "It is a member of this network or organisation.",
                            "City",
                            "Organization",
                            "Group",
                            "Person")
                    .to(ORGANIZATIONS),
            on("part-of", "urbis:isPartOf", "It is a part of this.", DEEDS),
            numbers(
                    "member-count",
                    "urbis:memberCount/urbis:value",
                    "Members, by any count that a source gives.",
                    "Organization"),
            on(
                            "organization",
                            "urbis:affiliation|^urbis:holder/urbis:post/urbis:postIn",
                            "The person is of this organisation, or holds a post in it.",
                            "Person")
                    .to(ORGANIZATIONS),
            on("organization", "urbis:post/urbis:postIn", "The post is one in this organisation.", "Tenure")
                    .to(ORGANIZATIONS),
            // What they do and promise.
            on("theme", "urbis:theme", "Its work is on this theme.", DEEDS).to(ids("theme")),
            words("abbreviation", "urbis:abbreviation", "Letters that it goes by.", DEEDS),
            words("keyword", "urbis:keyword", "A word that the source uses of its work.", DEEDS),
            on("mentions", "urbis:mentions", "What is said of it mentions this.", DEEDS),
            on(
                            "framework",
                            "urbis:contributesTo/skos:inScheme?",
                            "It contributes to this framework, or to an element of it.",
                            DEEDS)
                    .to(FRAMEWORKS),
            on(
                            "contributes-to",
                            "urbis:contributesTo/skos:broaderTransitive?",
                            "It contributes to this framework or element, or to an element below that.",
                            DEEDS)
                    .to(FRAMEWORKS),
            on("framework", "skos:inScheme", "It is an element of this framework.", "FrameworkElement")
                    .to(FRAMEWORKS),
            on("broader", "skos:broaderTransitive", "It stands below this element.", "FrameworkElement")
                    .to(FRAMEWORKS),
            words("notation", "skos:notation", "The number that the framework gives it.", "FrameworkElement"),
            dates("deadline", "urbis:deadline", "Until when it is to be reached.", "FrameworkElement"),
            on("measure", "urbis:measure|urbis:quantity/urbis:measure", "What is measured.", "Commitment")
                    .to(ids("measure")),
            on("unit", "urbis:quantity/urbis:unit", "The unit of the figure that is promised.", "Commitment")
                    .to(ids("unit")),
            numbers("value", "urbis:quantity/urbis:value", "The figure that is promised.", "Commitment"),
            new Declared(
                    "quantified",
                    "urbis:quantity",
                    FilterType.PRESENCE,
                    "Whether a figure is promised.",
                    List.of("Commitment"),
                    List.of()));

    private DeclaredSubjects() {}

    /** One row; {@code classes} empty for every kind. */
    private record Declared(
            String name, String path, FilterType type, String description, List<String> classes, List<String> spaces) {
        Declared to(String... beginnings) {
            return new Declared(name, path, type, description, classes, List.of(beginnings));
        }

        Subject subject() {
            return new Subject(name, PathParser.parse(path, PREFIXES), type, spaces, description);
        }
    }

    /** What things of any kind can be asked for. */
    static List<Subject> everywhere() {
        return ALL.stream()
                .filter(one -> one.classes().isEmpty())
                .map(Declared::subject)
                .toList();
    }

    /** What things of a class can be asked for, the wider classes left aside. */
    static List<Subject> of(Node type) {
        return ALL.stream()
                .filter(one ->
                        one.classes().stream().anyMatch(name -> Kinds.term(name).equals(type)))
                .map(Declared::subject)
                .toList();
    }

    private static Declared everywhere(String name, String path, String description) {
        return new Declared(name, path, FilterType.THING, description, List.of(), List.of());
    }

    private static Declared on(String name, String path, String description, String... classes) {
        return new Declared(name, path, FilterType.THING, description, List.of(classes), List.of());
    }

    private static Declared words(String name, String path, String description, String... classes) {
        return new Declared(name, path, FilterType.WORDS, description, List.of(classes), List.of());
    }

    private static Declared numbers(String name, String path, String description, String... classes) {
        return new Declared(name, path, FilterType.NUMBER, description, List.of(classes), List.of());
    }

    private static Declared dates(String name, String path, String description, String... classes) {
        return new Declared(name, path, FilterType.DATE, description, List.of(classes), List.of());
    }

    private static String[] ids(String... words) {
        return Arrays.stream(words).map(word -> Urbis.ID + word + "/").toArray(String[]::new);
    }
}
