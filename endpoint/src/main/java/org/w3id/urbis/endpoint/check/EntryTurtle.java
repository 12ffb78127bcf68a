package org.w3id.urbis.endpoint.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.shapes.EntryForm;

/** Writes what stands in a form as Turtle, and remembers which line belongs to which part of the form. */
final class EntryTurtle {
    private static final String SOURCE = "source.";

    private final Parameters filled;
    private final List<String> lines = new ArrayList<>();
    private final TreeMap<Integer, String> parts = new TreeMap<>();

    private EntryTurtle(Parameters filled) {
        this.filled = filled;
    }

    /**
     * What a form makes.
     *
     * @param turtle the text
     * @param parts  the first line of each part of the form, counted from 1, to what the names of its fields begin with
     */
    record Written(String turtle, TreeMap<Integer, String> parts) {
        /** The part that a line belongs to. */
        String part(int line) {
            var entry = parts.floorEntry(line);
            return entry == null ? "" : entry.getValue();
        }
    }

    /**
     * Writes an entry.
     *
     * @param iri    what the entry is about
     * @param filled values by the names of fields; blank ones say nothing
     */
    static Written write(EntryForm form, String iri, Parameters filled) {
        EntryTurtle writer = new EntryTurtle(filled);
        FormNames.PREFIXES.forEach(
                (prefix, namespace) -> writer.lines.add("@prefix " + prefix + ": <" + namespace + "> ."));
        writer.lines.add("");
        writer.begin("");
        writer.lines.add("<" + iri + "> a " + FormNames.of(form.type()) + " ;");
        writer.facts(form, "", "    ");
        writer.lines.add("    urbis:citation " + writer.citation() + " .");
        return new Written(String.join("\n", writer.lines) + "\n", writer.parts);
    }

    private void begin(String part) {
        parts.put(lines.size() + 1, part);
    }

    private void facts(EntryForm form, String prefix, String indent) {
        for (EntryForm.Field field : form.fields()) {
            String name = FormNames.in(prefix, field.property());
            if (field.kind() == EntryForm.Kind.PART) {
                for (int row = 0; row < FormReading.rows(filled, name); row++) {
                    part(field.part().orElseThrow(), field.property(), FormNames.part(name, row), prefix, indent);
                }
            } else {
                List<String> values = filled.all(name);
                for (int i = 0; i < values.size(); i++) {
                    if (!values.get(i).isBlank()) {
                        lines.add(indent + FormNames.of(field.property()) + " "
                                + term(field, values.get(i).strip(), language(name, i)) + " ;");
                    }
                }
            }
        }
    }

    private void part(EntryForm form, Node property, String name, String around, String indent) {
        if (!FormReading.isFilled(filled, form, name)) {
            return;
        }
        begin(name);
        lines.add(indent + FormNames.of(property) + " [ a " + FormNames.of(form.type()) + " ;");
        facts(form, name, indent + "    ");
        lines.add(indent + "    urbis:citation " + citation() + " ] ;");
        begin(around);
    }

    /** Where it is said, once for all that the form says. */
    private String citation() {
        List<String> said = new ArrayList<>();
        filled.one(SOURCE + "locator")
                .filter(text -> !text.isBlank())
                .ifPresent(text -> said.add("urbis:locator " + quoted(text.strip())));
        filled.one(SOURCE + "lines")
                .filter(text -> !text.isBlank())
                .ifPresent(text -> said.add("urbis:lines " + quoted(text.strip())));
        return said.isEmpty() ? "[ ]" : "[ " + String.join(" ; ", said) + " ]";
    }

    private String language(String name, int row) {
        List<String> languages = filled.all(FormNames.language(name));
        String language = row < languages.size() ? languages.get(row) : "en";
        return language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? language : "en";
    }

    private static String term(EntryForm.Field field, String text, String language) {
        return switch (field.kind()) {
            case WORDS -> quoted(text) + "@" + language;
            case DATE -> date(text);
            case INTEGER, NUMBER -> number(text).orElseGet(() -> quoted(text));
            case CODE, REFERENCE ->
                FormReading.iri(text).map(iri -> "<" + iri + ">").orElseGet(() -> quoted(text));
            case TEXT, PART -> quoted(text);
        };
    }

    /** As Turtle writes whole numbers and decimals; browsers write some with an exponent. */
    private static Optional<String> number(String text) {
        return Optional.of(text)
                .filter(written -> written.matches("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,2})?"))
                .map(BigDecimal::new)
                .map(number -> number.stripTrailingZeros().scale() <= 0
                        ? number.toBigInteger().toString()
                        : number.toPlainString());
    }

    private static String date(String text) {
        String type = text.matches("[0-9]{4}") ? "gYear" : text.matches("[0-9]{4}-[0-9]{2}") ? "gYearMonth" : "date";
        return quoted(text) + "^^xsd:" + type;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.replace("\r\n", "\n").chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append(String.format("\\u%04X", character));
                    } else {
                        quoted.append((char) character);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
