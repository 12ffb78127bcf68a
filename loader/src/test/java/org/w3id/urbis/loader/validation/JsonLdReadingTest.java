package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdReadingTest {

    private static final String CONTEXT = """
        {"@context": {"@vocab": "http://x/", "id": "@id", "type": "@type", "x": "http://x/",
          "names": {"@id": "x:name", "@container": "@language"},
          "byKey": {"@id": "x:keyed", "@container": "@index"},
          "byId": {"@id": "x:one", "@container": "@id"},
          "byType": {"@id": "x:other", "@container": "@type"},
          "seen": {"@reverse": "x:sees"}, "back": "@reverse", "nest": "@nest", "more": "@included",
          "as": {"@type": "@id"}, "term": {"@type": "@vocab"}, "year": {"@type": "x:gYear"},
          "list": {"@container": "@list"}, "raw": {"@type": "@json"}, "graph": {"@container": "@graph"},
          "none": null, "inner": {"@context": {"a": "http://y/a"}}},
         "id": "http://x/s", %s}
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\": [1, 2.5, true, null, -0, 1e3, 12345678901234567890123, \"\\u00e9\\n\", 1.0]",
                "\"a\": {\"@value\": \"v\", \"@type\": \"x:t\"}, \"year\": [2020, 1.5, true, \"2020\"]",
                "\"names\": {\"en\": \"E\", \"fr\": [\"F\", \"G\"], \"@none\": \"N\"}",
                "\"byKey\": {\"k\": {\"a\": 1}, \"l\": [{\"a\": 2}, {\"id\": \"x:l\"}]}",
                "\"byId\": {\"x:1\": {\"a\": 1}, \"x:2\": {\"b\": 2}}",
                "\"byType\": {\"T\": {\"a\": 1}, \"U\": [{\"id\": \"x:u\"}]}",
                "\"seen\": [{\"id\": \"x:k\", \"a\": 1}]",
                "\"back\": {\"x:r\": {\"a\": 3}, \"b\": [{\"id\": \"x:q\"}]}",
                "\"nest\": {\"a\": {\"b\": 1}}, \"more\": [{\"id\": \"x:m\", \"a\": {\"b\": {}}}]",
                "\"as\": [\"x:o\", \"rel/ative\", \"http://o/\"], \"term\": [\"T\", \"x:T\"], \"type\": [\"T\","
                        + " \"x:U\"]",
                "\"list\": [1, {\"a\": 1}, \"x\", [], [2, 3]], \"b\": {\"@list\": []}, \"c\": {\"@set\": [1, {\"a\":"
                        + " 1}]}",
                "\"raw\": {\"b\": 1, \"a\": [1.0, null, {}]}",
                "\"graph\": {\"id\": \"x:g\", \"a\": 1}, \"@graph\": [{\"id\": \"x:h\", \"a\": {\"b\": 1}}]",
                "\"none\": 1, \"inner\": {\"a\": {\"a\": 1}}, \"_:b\": 1",
                "\"a\": [{\"id\": \"_:n\", \"b\": 1}, {\"id\": \"_:n\"}, {\"b\": {\"@value\": \"d\", \"@language\":"
                        + " \"en\"}}]",
                "\"a\": {\"@id\": \"x:z\", \"@index\": \"mine\", \"b\": 1}, \"b\": {\"@value\": 1, \"@index\": \"i\"}",
            })
    void saysWhatOtherReadersSay(String members) {
        String document = CONTEXT.formatted(members);
        LocatedFile file = read(document);
        DatasetGraph ours = DatasetGraphFactory.create();
        file.quads().forEach(ours::add);
        DatasetGraph theirs = DatasetGraphFactory.create();
        RDFParser.fromString(document, Lang.JSONLD11).base(LocatedParser.BASE).parse(theirs);
        assertTrue(IsoMatcher.isomorphic(theirs, ours), () -> "expected\n" + text(theirs) + "but was\n" + text(ours));
    }

    @Test
    void pointsAtKeysAndValues() {
        LocatedFile file = read("""
            { "@context": { "@vocab": "http://x/", "of": { "@type": "@id" }, "name": { "@container": "@language" } },
              "@graph": [
                { "@id": "http://x/s",
                  "@type": "T",
                  "name": { "en": "E",
                            "fr": "F" },
                  "of": [ "http://x/o",
                          "p" ],
                  "part": [ { "a/b": 1 },
                            { "yes": true } ] } ] }
            """);
        assertEquals(List.of(), file.findings());
        Map<String, String> places = new TreeMap<>();
        file.quads()
                .forEach(quad -> places.put(
                        quad.getObject().isLiteral()
                                ? quad.getObject().getLiteralLexicalForm()
                                : quad.getObject().toString(),
                        place(file, quad.asTriple())));
        places.keySet().removeIf(object -> object.startsWith("_:") || object.matches("[0-9a-f]{8,}"));
        assertEquals(
                Map.of(
                        "http://x/T",
                        "4:16-4:19 /@graph/0/@type of 4:16",
                        "E",
                        "5:23-5:26 /@graph/0/name/en of 5:7",
                        "F",
                        "6:23-6:26 /@graph/0/name/fr of 5:7",
                        "http://x/o",
                        "7:15-7:27 /@graph/0/of/0 of 7:7",
                        LocatedParser.BASE + "p",
                        "8:15-8:18 /@graph/0/of/1 of 7:7",
                        "1",
                        "9:26-9:27 /@graph/0/part/0/a~1b of 9:19",
                        "true",
                        "10:26-10:30 /@graph/0/part/1/yes of 10:19"),
                places);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"@context": {"a": {"@type": 5}}, "@id": "http://x/s"}              | /@context/a
        {"@graph": [{"@id": "http://x/s"}, {"http://x/p": {"@id": 5}}]}     | /@graph/1/http:~1~1x~1p/@id
        {"http://x/p": [1, {"@value": "a", "@language": 5}], "http://x/q": 1} | /http:~1~1x~1p/1/@language
        [{"@id": "http://x/s"}, {"@type": 5}]                               | /1/@type
        {"http://x/p": {"@value": {"a": 1}}}                                | /http:~1~1x~1p/@value
        """)
    void findsWhatIsNoJsonLd(String document, String pointer) {
        LocatedFile file = read(document);
        assertFalse(file.isComplete());
        assertEquals(
                List.of(pointer),
                file.findings().stream()
                        .map(finding -> finding.position().pointer().orElse("nowhere"))
                        .toList());
    }

    @Test
    void tellsKeysThatSayNothingAndPrefixesThatNobodyDeclared() {
        LocatedFile file = new LocatedParser(Map.of("skos", "http://skos/", "urbis", "http://urbis/"))
                .parse("f", RdfFormat.JSON_LD, """
                    { "@context": { "website": "http://x/website" },
                      "@id": "http://x/s",
                      "webside": "lost",
                      "skos:prefLabel": "found",
                      "website": { "@id": "urbi:a" } }
                    """.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "3:3 No context says what “webside” means, so what stands there is lost. Did you mean"
                                + " “website”?",
                        "4:3 The prefix “skos:” is used and not declared. Add to the context: \"skos\":"
                                + " \"http://skos/\"",
                        "5:23 The prefix “urbi:” is used and not declared. Did you mean “urbis:”?"),
                file.findings().stream()
                        .map(finding -> finding.line() + ":" + finding.column() + " " + finding.message() + " "
                                + finding.fix().orElseThrow().text())
                        .toList());
        assertTrue(file.quads().stream().anyMatch(quad -> quad.getPredicate().hasURI("http://skos/prefLabel")));
    }

    private static LocatedFile read(String document) {
        return new LocatedParser(Map.of())
                .parse("f.jsonld", RdfFormat.JSON_LD, document.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(LocatedFile file, Triple triple) {
        Position object = file.position(file.index().object(triple).orElseThrow());
        Position property = file.position(file.index().property(triple).orElseThrow());
        return object.line() + ":" + object.column() + "-" + object.endLine() + ":" + object.endColumn() + " "
                + object.pointer().orElse("nowhere") + " of " + property.line() + ":" + property.column();
    }

    private static String text(DatasetGraph data) {
        return RDFWriter.source(data).lang(Lang.NQUADS).asString();
    }
}
