package org.w3id.urbis.loader.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table says the same as the Turtle that an author would write. */
class EntryReaderTest {

    private static final String PREFIXES = """
        PREFIX network: <https://w3id.org/urbis/id/network/>
        PREFIX city: <https://w3id.org/urbis/id/city/>
        PREFIX government: <https://w3id.org/urbis/id/government/>
        PREFIX membership: <https://w3id.org/urbis/id/membership/>
        PREFIX commitment: <https://w3id.org/urbis/id/commitment/>
        PREFIX commitment-kind: <https://w3id.org/urbis/id/commitment-kind/>
        PREFIX comparator: <https://w3id.org/urbis/id/comparator/>
        PREFIX unit: <https://w3id.org/urbis/id/unit/>
        PREFIX measure: <https://w3id.org/urbis/id/measure/>
        PREFIX role: <https://w3id.org/urbis/id/role/>
        PREFIX theme: <https://w3id.org/urbis/id/theme/>
        PREFIX area: <http://metadata.un.org/sdg/codes/geoArea/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        """;

    private final EntryReader reader = new EntryReader(EntryTerms.shipped(), KnownThings.NONE);

    private static Graph turtle(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + text, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Graph graph(EntryContent content) {
        Graph graph = GraphFactory.createDefaultGraph();
        content.facts().forEach(fact -> graph.add(fact.triple()));
        return graph;
    }

    private void says(String turtle, String csv) {
        EntryContent content = reader.csv(csv);
        assertEquals(List.of(), content.faults());
        Graph graph = graph(content);
        assertTrue(turtle(turtle).isIsomorphicWith(graph), graph::toString);
    }

    private EntryFault fault(String csv) {
        List<EntryFault> faults = reader.csv(csv).faults();
        assertEquals(1, faults.size(), faults::toString);
        return faults.getFirst();
    }

    @Test
    void makesANetworkOfARow() {
        says("""
            network:nor a urbis:Network ; skos:prefLabel "Network of Rivers"@en , "Réseau des fleuves"@fr ;
              urbis:abbreviation "NoR" ; urbis:theme theme:climate-change , theme:health ;
              urbis:founded "1999-12"^^xsd:gYearMonth ; urbis:geographicScope area:150 ;
              urbis:notStated urbis:seat , urbis:vision ; urbis:citation [ urbis:row 1 ] ;
              urbis:memberCount [ a urbis:MemberCount ; urbis:value 100 ; urbis:comparator comparator:nearly ;
                urbis:unit unit:city ; urbis:measure measure:member-cities ; urbis:asPrinted "nearly 100 cities" ;
                urbis:asOf "2026"^^xsd:gYear ; urbis:citation [ urbis:row 1 ] ] ;
              urbis:address [ a urbis:Address ; urbis:fullAddress "1, River Road | Geneva" ;
                urbis:country area:756 ; urbis:citation [ urbis:row 1 ] ] .
            """, """
            # a comment
            network,name,name@fr,abbreviation,theme,founded,geographicScope,notStated,memberCount,memberCount.asOf,\
            address,address.country
            ,Network of Rivers,Réseau des fleuves,NoR,climate change | Health and Well-being,1999-12,Europe,seat|vision,\
            nearly 100 cities,2026,"1, River Road \\| Geneva",ch
            """);
    }

    @Test
    void referencesByNameKeyAndIri() {
        says("""
            membership:nor-graz a urbis:Membership ; urbis:member government:graz ;
              urbis:inOrganization network:nor ; urbis:role role:founding-partner ; urbis:citation [ urbis:row 1 ] .
            membership:other a urbis:Membership ; urbis:member government:linz ;
              urbis:inOrganization network:nor ; urbis:role role:member ; urbis:citation [ urbis:lines "12-14" ] .
            """, """
            membership;member;inOrganization;role;citation
            ;government:graz;https://w3id.org/urbis/id/network/nor;Founding Partner;
            other;government:linz;network:nor;member;12-14
            """);
    }

    @Test
    void aCommitmentIsCalledAfterWhoMakesIt() {
        says("""
            commitment:nor-halve-emissions a urbis:Commitment ; skos:prefLabel "Halve emissions"@en ;
              urbis:committedBy network:nor ; urbis:deadline "2030"^^xsd:gYear ; urbis:citation [ urbis:locator "page 4" ] ;
              urbis:quantity [ a urbis:CommittedQuantity ; urbis:value 50 ; urbis:comparator comparator:exactly ;
                urbis:unit unit:percent ; urbis:measure measure:emissions ; urbis:asPrinted "50%" ;
                urbis:citation [ urbis:row 1 ] ] .
            """, """
            commitment,name,committedBy,deadline,quantity,quantity.measure,citation
            ,Halve emissions,network:nor,2030,50%,emissions,page 4
            """);
    }

    @Test
    void severalNodesAreNumberedOrParted() {
        says("""
            network:nor a urbis:Network ; urbis:citation [ urbis:row 1 ] ;
              urbis:memberCount [ a urbis:MemberCount ; urbis:value 100 ; urbis:comparator comparator:at-least ;
                  urbis:measure measure:members ; urbis:asPrinted "100+" ; urbis:asOf "2026"^^xsd:gYear ; urbis:citation [ urbis:row 1 ] ] ,
                [ a urbis:MemberCount ; urbis:value 30 ; urbis:comparator comparator:exactly ;
                  urbis:measure measure:members ; urbis:asOf "2026"^^xsd:gYear ; urbis:citation [ urbis:row 1 ] ] ,
                [ a urbis:MemberCount ; urbis:value 7 ; urbis:unit unit:country ; urbis:citation [ urbis:row 1 ] ] .
            """, """
            network,memberCount,memberCount.asOf,memberCount[2].value,memberCount[2].unit
            nor,100+ | 30,2026,7,country
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nearly 100            | 100     | nearly",
                "over 1,200            | 1200    | over",
                "ca. 50                | 50      | about",
                "100+                  | 100     | at-least",
                "50-100 cities         | 50      | exactly",
                "up to 1.5 million     | 1500000 | up-to",
                "250                   | 250     | exactly"
            })
    void understandsNumbersWithTheirWords(String text, String value, String comparator) {
        CountedText counted = CountedText.of(text);
        assertTrue(counted.fault().isEmpty(), text);
        assertEquals(value, counted.value().getLiteralLexicalForm());
        assertEquals(comparator, counted.number().comparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memberCount          | many cities            | table.no-number      |",
                "memberCount          | 1.200 cities           | table.number-unclear |",
                "memberCount          | 100 cities, 30 states  | table.several-numbers |",
                "founded              | 31.12.1999             | table.date-unclear   | 1999-12-31",
                "founded              | 8/12/2015              | table.date-unclear   |",
                "founded              | 12/2015                | table.date-unclear   | 2015-12",
                "founded              | long ago               | table.no-date        |",
                "address.country      | Switserland            | table.unknown-thing-near | Switzerland",
                "seat                 | Somewhere              | table.unknown-thing  |",
                "memberCount[2].value | nearly 5               | table.no-plain-number |",
                "webside              | x                      | table.no-column-near | website",
                "frobnication         | x                      | table.no-column      |"
            })
    void refusesWhatCannotBeUnderstoodAtItsCell(String column, String text, String key, String instead) {
        EntryFault fault = fault("network,name," + column + "\n,Rivers,\"" + text + "\"\n");
        assertEquals(key, fault.key());
        assertEquals(column, fault.place().columnName());
        assertEquals(instead == null ? "" : instead, fault.replacement().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title,name;,x                          | table.no-kind",
                "network,website;,www.example.org       | table.no-name",
                "network,name;,Rivers;,Rivers           | table.same-name",
                "network,name;,Rivers,more              | table.too-many-cells",
                "network,name,name;,Rivers,             | table.column-twice",
                "# nothing                              | table.empty"
            })
    void saysWhatIsWrongWithTheTable(String rows, String key) {
        assertEquals(key, fault(rows.replace(';', '\n')).key());
    }

    @Test
    void aTableThatCannotBeReadToItsEndIsNotComplete() {
        assertFalse(reader.csv("network,name\n,\"Rivers\n").complete());
        assertTrue(reader.csv("network,founded\nrivers,long ago\n").complete());
    }
}
