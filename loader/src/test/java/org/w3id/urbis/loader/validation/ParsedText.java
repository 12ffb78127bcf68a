package org.w3id.urbis.loader.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Texts that a parser reads, and what it found in them as lines to compare. */
final class ParsedText {

    static final String TURTLE = """
        @prefix : <http://x/> .

        :a :p :b ,
                "text"@en ;
           :q [ :r 5 ;
                :s true ] .
        <http://x/c>   a   :D .
        """;

    static final LocatedParser PARSER = new LocatedParser(Map.of("skos", "http://www.w3.org/2004/02/skos/core#"));

    private ParsedText() {}

    static LocatedFile parse(String text, RdfFormat format) {
        return PARSER.parse("f", format, text.getBytes(StandardCharsets.UTF_8));
    }

    static Node iri(String local) {
        return NodeFactory.createURI("http://x/" + local);
    }

    /** Each statement as property, object and place of the object. */
    static List<String> places(LocatedFile file) {
        return file.quads().stream()
                .map(quad -> {
                    Node object = quad.getObject();
                    String name = object.isURI()
                            ? object.getLocalName()
                            : object.isBlank() ? "[]" : object.getLiteralLexicalForm();
                    return quad.getPredicate().getLocalName() + " " + name + " "
                            + text(file.index().object(quad.asTriple()).getAsLong());
                })
                .toList();
    }

    static String text(long place) {
        Position position = Position.of("f", place);
        return position.line() + ":" + position.column();
    }

    static String text(Finding finding) {
        String check = Stream.of(Check.values())
                .filter(c -> c.component().equals(finding.component()))
                .findFirst()
                .orElseThrow()
                .name();
        return finding.line() + ":" + finding.column() + " " + check + " " + finding.message();
    }
}
