package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.entry.Property.ValueKind;
import org.w3id.urbis.shapes.EntryForm;

/** Makes the columns of a template of what the shapes ask of a kind of things: first what has to be said. */
final class TemplateColumns {

    /** Longer lists are offered by the workbook alone. */
    private static final int MOST_NAMED = 12;

    /** What the one cell of a number says with it. */
    private static final Set<String> OF_NUMBERS = Set.of("value", "upperValue", "comparator", "unit", "asPrinted");

    /** What goes without saying of a count of members. */
    private static final Set<String> OF_COUNTS = Set.of("measure", "direction");

    private final EntryKind kind;
    private final EntryTerms terms;
    private final TemplateWords words;

    TemplateColumns(EntryKind kind, EntryTerms terms, TemplateWords words) {
        this.kind = kind;
        this.terms = terms;
        this.words = words;
    }

    List<TemplateColumn> all() {
        List<TemplateColumn> columns = new ArrayList<>();
        columns.add(new TemplateColumn(
                kind.key(),
                words.text("identifier", kind.key()),
                false,
                false,
                List.of(),
                words.example(kind, kind.key())));
        EntryForm form = terms.form(kind);
        inOrder(form).forEach(field -> columns.addAll(of(field, "")));
        columns.add(new TemplateColumn(
                "citation", words.text("citation", ""), false, true, List.of(), words.example(kind, "citation")));
        return columns;
    }

    /** The same, and columns of more titles, each behind what it belongs to. */
    List<TemplateColumn> with(Collection<String> titles) {
        List<TemplateColumn> columns = new ArrayList<>(all());
        Set<String> there = columns.stream().map(TemplateColumn::title).collect(Collectors.toSet());
        titles.stream().filter(there::add).forEach(title -> {
            int last = columns.size() - 1;
            while (last > 0 && !first(columns.get(last).title()).equals(first(title))) {
                last--;
            }
            // What belongs to none stands before the citation, which is the last.
            columns.add(last == 0 ? columns.size() - 1 : last + 1, further(title));
        });
        return columns;
    }

    private static String first(String title) {
        return title.split("[.@\\[]", 2)[0];
    }

    private TemplateColumn further(String title) {
        Optional<Property> property = ColumnPath.of(title, terms).flatMap(ColumnPath::property);
        List<Node> codes = property.map(this::codes).orElse(List.of());
        String help = property.map(known -> Stream.of(definition(known), format(known, codes))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .orElse("");
        List<String> choices =
                codes.stream().map(code -> label(property.orElseThrow(), code)).toList();
        return new TemplateColumn(title, help, false, true, choices, "");
    }

    private List<EntryForm.Field> inOrder(EntryForm form) {
        List<String> keys = List.copyOf(terms.keys());
        return form.fields().stream()
                .filter(field -> terms.property(field.property()).isPresent())
                .sorted(Comparator.comparing((EntryForm.Field field) -> !field.required())
                        .thenComparing(field -> keys.indexOf(
                                terms.property(field.property()).orElseThrow().key())))
                .toList();
    }

    private List<TemplateColumn> of(EntryForm.Field field, String before) {
        Property property = terms.property(field.property()).orElseThrow();
        String title = before + property.key();
        if (property.values() != ValueKind.NESTED) {
            return texts(field, property, title);
        }
        List<TemplateColumn> columns = new ArrayList<>();
        Optional<String> shorthand = Shorthand.of(property, terms);
        shorthand.ifPresent(usual -> columns.add(column(field, property, title, "")));
        boolean isNumber = property.nested().filter(terms::isQuantity).isPresent();
        field.part().stream()
                .flatMap(part -> inOrder(part).stream())
                .filter(inner -> {
                    String key = terms.property(inner.property()).orElseThrow().key();
                    return !shorthand.filter(key::equals).isPresent()
                            && !(isNumber && OF_NUMBERS.contains(key))
                            && !(property.key().equals("memberCount") && OF_COUNTS.contains(key));
                })
                .forEach(inner -> columns.addAll(of(inner, title + ".")));
        return columns;
    }

    /** Of text, a column for English and one for the language of the template. */
    private List<TemplateColumn> texts(EntryForm.Field field, Property property, String title) {
        List<TemplateColumn> columns = new ArrayList<>(List.of(column(field, property, title, "")));
        boolean isText = property.values() == ValueKind.TEXT || property.values() == ValueKind.NAME;
        if (isText && !words.language().equals("en") && !title.contains(".")) {
            columns.add(column(field, property, title, "@" + words.language()));
        }
        return columns;
    }

    private TemplateColumn column(EntryForm.Field field, Property property, String title, String language) {
        boolean required = field.required() && language.isEmpty() && !title.contains(".");
        List<Node> codes = codes(property);
        List<String> choices = codes.stream().map(code -> label(property, code)).toList();
        String help = Stream.of(
                        required ? words.text("required", "") : "",
                        title.contains(".") && field.required()
                                ? words.text("requiredWith", title.substring(0, title.lastIndexOf('.')))
                                : "",
                        definition(property),
                        format(property, codes),
                        field.several() && property.values() != ValueKind.NESTED ? words.text("several", "") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new TemplateColumn(
                title + language, help, required, field.several(), choices, words.example(kind, title + language));
    }

    private List<Node> codes(Property property) {
        if (property.isOfList(terms.lists())) {
            return terms.lists().codes(property.kinds().iterator().next());
        }
        return property.areas() && property.kinds().isEmpty() ? terms.lists().codes(CodeLists.AREA) : List.of();
    }

    /** A label by which the code is found again; its key if it has none such. */
    private String label(Property property, Node code) {
        String list =
                property.areas() ? CodeLists.AREA : property.kinds().iterator().next();
        return Stream.of(words.language(), "en")
                .map(language -> terms.vocabulary().labels(code.getURI()).get(language))
                .filter(label -> label != null
                        && terms.lists().code(list, label).filter(code::equals).isPresent())
                .findFirst()
                .orElseGet(() -> CodeLists.local(code));
    }

    private String format(Property property, List<Node> codes) {
        return switch (property.values()) {
            case DATE -> words.text("date", "");
            case REFERENCE -> codes.isEmpty() ? words.text("reference", usual(property)) : listed(codes);
            case NESTED -> property.nested().filter(terms::isQuantity).isPresent() ? words.text("count", "") : "";
            default -> "";
        };
    }

    private static String usual(Property property) {
        return property.kinds().isEmpty()
                ? "network"
                : Stream.of("network", "city", "document")
                        .filter(property.kinds()::contains)
                        .findFirst()
                        .orElseGet(() ->
                                property.kinds().stream().sorted().findFirst().orElseThrow());
    }

    private String listed(List<Node> codes) {
        return codes.size() > MOST_NAMED
                ? words.text("list", Integer.toString(codes.size()))
                : words.text("codes", codes.stream().map(CodeLists::local).collect(Collectors.joining(", ")));
    }

    /** What the ontology says a property means; terms of others are explained among the words. */
    private String definition(Property property) {
        Node iri = property.iri();
        List<Node> definitions = terms.vocabulary().graph().stream(iri, SKOS.definition.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .toList();
        return Stream.of(words.language(), "en")
                .flatMap(language -> definitions.stream()
                        .filter(definition -> definition.getLiteralLanguage().equals(language)))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(() -> words.text("term." + property.key(), ""));
    }
}
