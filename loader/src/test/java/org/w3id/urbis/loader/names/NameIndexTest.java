package org.w3id.urbis.loader.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.ontology.Urbis;

class NameIndexTest {

    private static final String AREA = "http://metadata.un.org/sdg/codes/geoArea/";
    private static final String CITY = Urbis.ID + "city/";
    private static final String WORLD = """
        PREFIX area: <http://metadata.un.org/sdg/codes/geoArea/>
        PREFIX city: <https://w3id.org/urbis/id/city/>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX government: <https://w3id.org/urbis/id/government/>
        PREFIX network: <https://w3id.org/urbis/id/network/>
        PREFIX schema: <https://schema.org/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>

        GRAPH <http://a.example/places> {
            area:250 a urbis:Country ; skos:prefLabel "France"@en , "Франция"@ru , "法国"@zh , "فرنسا"@ar ;
                urbis:m49Code "250" ; urbis:iso3166Alpha2 "FR" ; urbis:isWithin area:150 .
            area:840 a urbis:Country ; skos:prefLabel "United States of America"@en .
            city:paris a urbis:City , schema:Place ; skos:prefLabel "Paris"@en , "Париж"@ru , "巴黎"@zh , "باريس"@ar ;
                urbis:country area:250 ; urbis:isWithin area:250 , area:150 ;
                urbis:latitude 48.85341 ; urbis:longitude 2.3488 ; urbis:population city:paris-count ;
                skos:closeMatch <https://sws.geonames.org/2988507/> , <http://www.wikidata.org/entity/Q90> .
            city:paris-count urbis:value 2138551 .
            city:paris-texas a urbis:City ; skos:prefLabel "Paris" ; urbis:country area:840 .
            city:saint-denis a urbis:City ; skos:prefLabel "Saint-Denis"@fr ; urbis:country area:250 .
            city:istanbul a urbis:City ; skos:prefLabel "İstanbul"@tr .
            city:lodz a urbis:City ; skos:prefLabel "Łódź"@pl .
            city:moskva a urbis:City ; skos:prefLabel "Москва"@ru .
            city:beijing a urbis:City ; skos:prefLabel "北京市"@zh .
            city:cairo a urbis:City ; skos:prefLabel "القاهرة"@ar ; skos:altLabel "Le Caire"@fr .
            city:laquila a urbis:City ; skos:prefLabel "L’Aquila"@it .
            city:marseille a urbis:City ; skos:prefLabel "Marseille"@fr ; urbis:country area:250 .
        }
        GRAPH <http://a.example/others> {
            government:paris a urbis:LocalGovernment ; skos:prefLabel "City of Paris"@en ; urbis:governs city:paris .
            network:c40 a urbis:Network ; skos:prefLabel "C40 Cities Climate Leadership Group"@en ;
                skos:altLabel "Large Cities Climate Leadership Group"@en ; urbis:abbreviation "C40" ;
                urbis:website "https://www.c40.org/about?x=1" .
            <http://a.example/source> dct:title "A table of towns"@en .
            <http://a.example/nameless> a urbis:City ; urbis:country area:250 .
        }
        """;

    @TempDir
    private static Path directory;

    private static NameIndex index;

    @BeforeAll
    static void build() {
        write(directory);
        index = NameIndex.open(directory);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void everythingWithANameIsInIt() {
        assertEquals(15, index.size());
        assertEquals(Optional.empty(), index.find("http://a.example/nameless"));
        assertEquals(
                "A table of towns",
                index.find("http://a.example/source")
                        .orElseThrow()
                        .names()
                        .getFirst()
                        .text());
    }

    @Test
    void aThingIsKeptWithAllThatTellsItFromOthersOfItsName() {
        NamedThing paris = index.find(CITY + "paris").orElseThrow();
        assertEquals(Set.of(Urbis.CITY), paris.types());
        assertEquals(Optional.of(AREA + "250"), paris.country());
        assertEquals(Set.of(AREA + "250", AREA + "150"), paris.within());
        assertEquals(Optional.of(new Position(48.85341, 2.3488)), paris.position());
        assertEquals(2138551, paris.population());
        assertEquals(Set.of("swsgeonamesorg2988507", "2988507", "wikidataorgentityq90", "q90"), paris.codes());
        assertEquals(
                "Париж", paris.name(language -> language.equals("ru") ? 0 : 1).text());
    }

    @Test
    void aGovernmentStandsWhereThePlaceStandsThatItGoverns() {
        NamedThing government = index.find(Urbis.ID + "government/paris").orElseThrow();
        assertEquals(Optional.of(AREA + "250"), government.country());
        assertEquals(Optional.of(new Position(48.85341, 2.3488)), government.position());
    }

    /** In each row: what is looked for, and the key of the city that comes first. */
    @ParameterizedTest
    @CsvSource({
        "Paris, paris",
        "paris, paris",
        "Париж, paris",
        "巴黎, paris",
        "باريس, paris",
        "parizh, paris",
        "par, paris",
        "Париж, paris",
        "2988507, paris",
        "https://sws.geonames.org/2988507/, paris",
        "q90, paris",
        "https://w3id.org/urbis/id/city/paris-texas, paris-texas",
        "St-Denis, saint-denis",
        "denis saint, saint-denis",
        "Istanbul, istanbul",
        "ISTANBUL, istanbul",
        "lodz, lodz",
        "Moskva, moskva",
        "москв, moskva",
        "Mosckva, moskva",
        "beijing shi, beijing",
        "北京, beijing",
        "bei jing, beijing",
        "القاهره, cairo",
        "قاهرة, cairo",
        "l aquila, laquila",
        "LAquila, laquila",
        "Marsaille, marseille",
        "Марсель, marseille"
    })
    void aCityIsFoundHoweverItIsSpelled(String text, String key) {
        List<NameMatch> found = index.search(NameQuery.of(text).ofTypes(Set.of(Urbis.CITY)));
        assertFalse(found.isEmpty(), () -> text + " was not found");
        assertEquals(CITY + key, found.getFirst().thing().iri());
    }

    @Test
    void theSameNameComesBeforeSimilarOnesAndTheLargerCityBeforeTheSmaller() {
        assertEquals(
                List.of("city/paris", "city/paris-texas", "government/paris"),
                keys(index.search(NameQuery.matching("Paris"))));
        List<NameMatch> found = index.search(NameQuery.matching("Paris"));
        assertEquals(1, found.get(0).score());
        assertEquals(1, found.get(1).score());
        assertEquals(Similarity.SAME_CORE, found.get(2).score());
        assertEquals("City of Paris", found.get(2).name().text());
    }

    @Test
    void onlyTheCountryTheClassesAndThePlacesAskedForAreFound() {
        NameQuery paris = NameQuery.matching("Paris");
        assertEquals(List.of("city/paris-texas"), keys(index.search(paris.inCountries(Set.of(AREA + "840")))));
        assertEquals(List.of("government/paris"), keys(index.search(paris.ofTypes(Set.of(Urbis.LOCAL_GOVERNMENT)))));
        assertEquals(List.of("city/paris", "government/paris"), keys(index.search(paris.within(Set.of(AREA + "150")))));
        assertEquals(List.of(), index.search(paris.ofTypes(Set.of(Urbis.PERSON))));
        assertEquals(2, index.count(paris.within(Set.of(AREA + "150"))));
        assertEquals(1, index.search(paris.limit(1)).size());
    }

    @Test
    void anEmptyTextFindsAllThatPassesTheFilters() {
        NameQuery cities = NameQuery.of(" ").ofTypes(Set.of(Urbis.CITY)).limit(100);
        assertEquals(10, index.search(cities).size());
        assertEquals(10, index.count(cities));
        assertEquals(CITY + "paris", index.search(cities).getFirst().thing().iri());
    }

    @Test
    void anOrganizationIsFoundByShortFormByHostAndByWords() {
        assertEquals(List.of("network/c40"), keys(index.search(NameQuery.of("C40"))));
        assertEquals(List.of("network/c40"), keys(index.search(NameQuery.of("https://c40.org"))));
        assertEquals(List.of("network/c40"), keys(index.search(NameQuery.of("climate leader"))));
        assertEquals(List.of("network/c40"), keys(index.search(NameQuery.of("leadership climate"))));
        assertEquals(List.of("network/c40"), keys(index.search(NameQuery.of("climte leadreship"))));
    }

    @Test
    void typosAreForgivenOnlyWhenAskedOrWhenNothingElseIsThere() {
        assertEquals(List.of(), index.search(NameQuery.of("Marsaille").typos(NameQuery.Typos.NEVER)));
        assertEquals(0, index.count(NameQuery.of("Marsaille").typos(NameQuery.Typos.NEVER)));
        assertEquals(1, index.count(NameQuery.of("Marsaille")));
        assertEquals(
                List.of(),
                index.search(NameQuery.of("Lods")).stream()
                        .filter(match -> match.score() > 0.9)
                        .toList());
        assertEquals(List.of(), index.search(NameQuery.of("qqqqqqqq")));
    }

    @Test
    void aCodeOfOneKindIsFoundByItsProperty() {
        assertEquals(
                List.of(AREA + "250"),
                index.withCode(Codes.of(Urbis.NS + "iso3166Alpha2", "fr")).stream()
                        .map(NamedThing::iri)
                        .toList());
        assertEquals(List.of(), index.withCode(Codes.of(Urbis.NS + "m49Code", "fr")));
    }

    @Test
    void whatIsNoIndexOrOneOfAnotherVersionIsToldApart(@TempDir Path other) throws IOException {
        assertThrows(NameIndexException.class, () -> NameIndex.open(other));
        write(other);
        try (var files = Files.list(other)) {
            Files.delete(files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThrows(NameIndexException.class, () -> NameIndex.open(other));
        assertTrue(assertThrows(NameIndexException.class, () -> NameIndex.open(other.resolve("none")))
                .getMessage()
                .contains("none"));
    }

    private static void write(Path to) {
        DatasetGraph graph = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(WORLD, Lang.TRIG).parse(graph);
        Txn.executeRead(graph, () -> {
            try (NameIndexBuilder builder = NameIndexBuilder.in(to, graph)) {
                graph.stream().collect(Collectors.groupingBy(Quad::getSubject)).values().stream()
                        .flatMap(List::stream)
                        .forEach(builder::add);
            }
        });
    }

    private static List<String> keys(List<NameMatch> matches) {
        return matches.stream()
                .map(match -> match.thing().iri().replace(Urbis.ID, ""))
                .toList();
    }
}
