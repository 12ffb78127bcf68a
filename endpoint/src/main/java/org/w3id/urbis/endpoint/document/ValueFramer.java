package org.w3id.urbis.endpoint.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.document.Member.Form;

/** Writes the values of a property as the context says, and what the context did not foresee in the long way. */
final class ValueFramer {
    /** Whole numbers up to here stay what they are in every JSON library: 15 digits fit a double exactly. */
    private static final String WHOLE_NUMBER = "0|-?[1-9][0-9]{0,14}";

    private final DocumentContext context;

    ValueFramer(DocumentContext context) {
        this.context = context;
    }

    /**
     * Puts the values of a property into an object.
     *
     * @param values distinct, in the order in which they are to stand
     * @param node   writes an IRI as an object
     */
    void put(Map<String, Object> object, Node property, List<Node> values, Function<Node, Map<String, Object>> node) {
        Member member = context.member(property).orElse(null);
        if (member == null) {
            object.put(context.prefixed(property.getURI()), list(values, null, node));
            return;
        }
        if (member.form() != Form.TEXT) {
            List<Object> list = list(values, member, node);
            object.put(member.name(), member.many() || list.size() > 1 ? list : list.getFirst());
            return;
        }
        List<Node> texts = values.stream().filter(ValueFramer::isText).toList();
        if (!texts.isEmpty()) {
            object.put(member.name(), byLanguage(texts, member.many()));
        }
        List<Node> others = values.stream().filter(value -> !isText(value)).toList();
        if (!others.isEmpty()) {
            // The IRI itself is no term of the context, so what it holds is not taken for text by language.
            object.put(property.getURI(), list(others, null, node));
        }
    }

    private static boolean isText(Node value) {
        return value.isLiteral()
                && (!value.getLiteralLanguage().isEmpty() || value.getLiteralDatatype() == XSDDatatype.XSDstring);
    }

    private static Map<String, Object> byLanguage(List<Node> texts, boolean many) {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        for (Node text : texts) {
            String language = text.getLiteralLanguage().isEmpty() ? "@none" : text.getLiteralLanguage();
            byLanguage.computeIfAbsent(language, any -> new ArrayList<>()).add(text.getLiteralLexicalForm());
        }
        Map<String, Object> map = new LinkedHashMap<>();
        byLanguage.forEach((language, list) -> map.put(language, many || list.size() > 1 ? list : list.getFirst()));
        return map;
    }

    /** All values one by one; without a member, each in the way that needs no context. */
    private List<Object> list(List<Node> values, Member member, Function<Node, Map<String, Object>> node) {
        List<Object> list = new ArrayList<>();
        for (Node value : values) {
            if (value.isLiteral()) {
                list.add(literal(
                        value, member == null ? Form.VALUE : member.form(), member == null ? "" : member.datatype()));
            } else if (member != null && member.form() == Form.WORD && value.isURI()) {
                list.add(context.word(value));
            } else {
                list.add(node.apply(value));
            }
        }
        return list;
    }

    private Object literal(Node value, Form form, String coerced) {
        String text = value.getLiteralLexicalForm();
        String datatype = value.getLiteralDatatypeURI();
        boolean plain = form == Form.VALUE && coerced.isEmpty();
        if (form == Form.VALUE && datatype.equals(coerced)
                || plain && datatype.equals(XSDDatatype.XSDstring.getURI())) {
            return text;
        }
        if (plain && datatype.equals(XSDDatatype.XSDinteger.getURI()) && text.matches(WHOLE_NUMBER)) {
            return Long.valueOf(text);
        }
        if (plain && datatype.equals(XSDDatatype.XSDboolean.getURI()) && text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (!value.getLiteralLanguage().isEmpty()) {
            object.put("@language", value.getLiteralLanguage());
        } else if (!datatype.equals(XSDDatatype.XSDstring.getURI())) {
            object.put("@type", context.prefixed(datatype));
        }
        object.put("@value", text);
        return object;
    }
}
