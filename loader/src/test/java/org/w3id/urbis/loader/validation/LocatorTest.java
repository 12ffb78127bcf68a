package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.shapes.ShapeLibrary;

class LocatorTest {

    @Test
    void pointsAtTheOffendingValue() {
        assertEquals(
                List.of("f:2:10 bad"),
                judged("sh:path :p ; sh:datatype xsd:integer", ":a a :C ;", "  :p 1 , \"two\" , 3 ."));
    }

    @Test
    void pointsAtWhereTheNodeIsFirstDescribedIfSomethingIsMissing() {
        assertEquals(
                List.of("f:3:3 bad"),
                judged("sh:path :p ; sh:minCount 1", ":x :knows :a .", "", "  :a a :C .", ":a :q 1 ."));
    }

    @Test
    void pointsAtTheBracketOfANestedNodeThatLacksSomething() {
        assertEquals(
                List.of("f:3:13 bad"),
                judged(
                        "sh:path :p ; sh:minCount 1",
                        ":x :part [ a :C ; :p 1 ] ;",
                        "   # another one",
                        "   :part    [ :q 2 ;",
                        "      a :C ] ."));
    }

    @Test
    void pointsAtTheLastOfTooManyValues() {
        assertEquals(
                List.of("f:3:9 bad"),
                judged("sh:path :p ; sh:maxCount 1", ":a a :C ; :p 1 .", ":b :p 5 .", "  :a :p 2 ."));
    }

    @Test
    void pointsAtThePropertyThatIsNotAllowed() {
        assertEquals(
                List.of("f:2:3 closed"),
                Turtle.judged(
                        Turtle.shapes(":S a sh:NodeShape ; sh:targetClass :C ; sh:closed true ; sh:ignoredProperties ("
                                + " rdfs:label <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ; sh:message"
                                + " \"closed\" ."),
                        Turtle.file("f", ":a a :C ;", "  :extra 1 .")));
    }

    @Test
    void followsPathsInEveryDirection() {
        assertEquals(
                List.of("f:2:16 bad"),
                judged("sh:path ( :p :q ) ; sh:datatype xsd:integer", ":a a :C ; :p :b .", "  :b :q 1 ; :q \"two\" ."));
        assertEquals(
                List.of("f:2:7 bad"), judged("sh:path [ sh:inversePath :p ] ; sh:class :C", ":a a :C .", ":b :p :a ."));
        assertEquals(
                List.of("f:3:4 bad"),
                judged(
                        "sh:path [ sh:alternativePath ( :p :q :r ) ] ; sh:datatype xsd:integer",
                        ":a a :C ; :p 1 ; :q 2 ;",
                        " :r",
                        "   \"three\" ."));
        assertEquals(
                List.of("f:3:9 bad"),
                judged(
                        "sh:path [ sh:oneOrMorePath :p ] ; sh:nodeKind sh:IRI",
                        ":a a :C ; :p :b .",
                        ":b :p :c .",
                        "  :c :p \"end\" ."));
    }

    @Test
    void pointsAtWhereTheNodeIsFirstDescribedIfThereIsTooLittle() {
        String[] file = {":x :knows :a .", "", "  :a a :C ;", "     :p 1 ,", "       2 ."};
        assertEquals(List.of("f:3:3 bad"), judged("sh:path :p ; sh:minCount 3", file));
        assertEquals(
                List.of("f:3:3 bad"),
                judged("sh:path :p ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:minInclusive 2 ]", file));
        assertEquals(
                List.of("f:1:1 bad"),
                judged("sh:path ( :p :q ) ; sh:minCount 1", ":a a :C ; :z 1 ;", "     :p [ :r 1 ] ."));
    }

    @Test
    void pointsAtWhatAQueryNames() {
        String query = """
            :S a sh:NodeShape ; sh:targetClass :C ; sh:message "bad" ; sh:sparql [ sh:select
              "SELECT $this ?value ?path { $this ?path ?value FILTER (STRLEN(STR(?value)) = 3) }" ] .\
            """;
        assertEquals(
                List.of("f:2:6 bad"),
                Turtle.judged(Turtle.shapes(query), Turtle.file("f", ":a a :C ; :p \"four\" ;", "  :q \"abc\" .")));
        String distant = """
            :S a sh:NodeShape ; sh:targetClass :C ; sh:message "bad" ; sh:sparql [ sh:select
              "SELECT $this ?value { $this <https://example.org/p>/<https://example.org/q> ?value }" ] .\
            """;
        assertEquals(
                List.of("f:2:7 bad"),
                Turtle.judged(Turtle.shapes(distant), Turtle.file("f", ":a a :C ; :p :b .", ":b :q \"x\" .")));
        String alone = ":S a sh:NodeShape ; sh:targetClass :C ; sh:message \"bad\" ; sh:sparql [ sh:select "
                + "\"SELECT $this { $this a ?any }\" ] .";
        assertEquals(
                List.of("f:2:3 bad"),
                Turtle.judged(Turtle.shapes(alone), Turtle.file("f", ":b :q :a .", "  :a a :C .")));
    }

    @Test
    void pointsAtTheMentionOfANodeThatNothingDescribes() {
        assertEquals(
                List.of("f:2:8 bad"),
                Turtle.judged(
                        Turtle.shapes(":S a sh:NodeShape ; sh:targetObjectsOf :p ; sh:class :C ; sh:message \"bad\" ."),
                        Turtle.file("f", ":b :r 1 .", ":b :p  :a .")));
    }

    @Test
    void namesTheFileThatSaysIt() {
        assertEquals(
                List.of("two:1:9 bad"),
                Turtle.judged(
                        shape("sh:path :p ; sh:datatype xsd:integer"),
                        Turtle.file("one", ":a a :C ; :p 1 ."),
                        Turtle.file("two", ":a :p 2 ; :q :b .", "").renamed(node -> node),
                        Turtle.file("two", ":a :p 3,\"x\" .")));
    }

    @Test
    void findsNodesByTheNamesTheyWereGivenLater() {
        Node named = Turtle.iri("named");
        assertEquals(
                List.of("f:1:10 bad"),
                Turtle.judged(
                        shape("sh:path :p ; sh:minCount 1"),
                        Turtle.file("f", ":x :part [ a :C ] .").renamed(node -> node.isBlank() ? named : node)));
    }

    @Test
    void pointsAtWhatTheFileSaysIfTheValueIsNotItsOwn() {
        List<Finding> findings = new Gate(shape("sh:path :p ; sh:uniqueLang true"), Turtle.vocabulary())
                .judge(Turtle.graph(":a a :C ; :p \"x\"@en ."), Turtle.graph(":a :p \"y\"@en ."));
        assertEquals(
                List.of("f:2:5 bad"),
                new Locator(List.of(Turtle.file("f", ":a a :C ;", " :p \"x\"@en .")))
                        .locate(findings).stream().map(Turtle::text).toList());
    }

    @Test
    void leavesWhatNoFileMentionsWithoutAPlace() {
        List<Finding> findings =
                new Gate(shape("sh:path :p ; sh:minCount 1"), Turtle.vocabulary()).judge(Turtle.graph(":a a :C ."));
        assertEquals(
                List.of(":0:0 bad"),
                new Locator(List.of(Turtle.file("f", ":b a :C .")))
                        .locate(findings).stream().map(Turtle::text).toList());
    }

    private static List<String> judged(String property, String... lines) {
        return Turtle.judged(shape(property), Turtle.file("f", lines));
    }

    private static ShapeLibrary shape(String property) {
        return Turtle.shapes(
                ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p .",
                ":S-p a sh:PropertyShape ; sh:message \"bad\" ; " + property + " .");
    }
}
