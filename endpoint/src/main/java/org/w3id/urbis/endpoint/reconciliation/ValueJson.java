package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.names.NamedThing;

/** Writes values of properties as the API has them: an entity, a text, a number or a moment. */
final class ValueJson {

    private final Session session;
    private final AnswerJson json;

    ValueJson(Session session, AnswerJson json) {
        this.session = session;
        this.json = json;
    }

    /** Of texts in several languages those in the one that suits the reader best, with all that has none. */
    List<Node> inBestLanguage(List<Node> values) {
        Optional<Integer> best = texts(values).map(this::rank).min(Integer::compare);
        return best.isEmpty()
                ? values
                : values.stream()
                        .filter(value -> !isText(value) || rank(value) == best.get())
                        .toList();
    }

    private static Stream<Node> texts(List<Node> values) {
        return values.stream().filter(ValueJson::isText);
    }

    private static boolean isText(Node value) {
        return value.isLiteral() && !value.getLiteralLanguage().isEmpty();
    }

    private int rank(Node text) {
        return session.naming().languages().rank(text.getLiteralLanguage());
    }

    ObjectNode of(Node value) {
        ObjectNode node = AnswerJson.JSON.objectNode();
        if (!value.isLiteral()) {
            return thing(node, value);
        }
        String lexical = value.getLiteralLexicalForm();
        Optional<Object> known =
                value.getLiteralDatatype().isValid(lexical) ? Optional.of(value.getLiteralValue()) : Optional.empty();
        if (known.isPresent() && known.get() instanceof Number number) {
            return number(node, number);
        }
        XSDDatatype moment = XSDDatatype.XSDdateTime;
        if (known.isPresent() && value.getLiteralDatatype().equals(moment)) {
            return node.put("date", lexical);
        }
        if (known.isPresent() && value.getLiteralDatatype().equals(XSDDatatype.XSDdate) && lexical.length() == 10) {
            return node.put("date", lexical + "T00:00:00");
        }
        node.put("str", lexical);
        json.language(node, value.getLiteralLanguage());
        return node;
    }

    /** A thing that has a name is an entity here; any other IRI is only its text. */
    private ObjectNode thing(ObjectNode node, Node value) {
        String iri = value.isURI() ? value.getURI() : value.toString();
        Optional<NamedThing> known = session.revision().names().find(iri);
        return known.isPresent() ? json.named(iri) : node.put("str", iri);
    }

    private static ObjectNode number(ObjectNode node, Number number) {
        return switch (number) {
            case Integer whole -> node.put("int", whole);
            case Long whole -> node.put("int", whole);
            case BigInteger whole -> node.put("int", whole);
            default -> node.put("float", number.doubleValue());
        };
    }
}
