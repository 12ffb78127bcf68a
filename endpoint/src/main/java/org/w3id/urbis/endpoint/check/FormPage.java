package org.w3id.urbis.endpoint.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.FormView;
import org.w3id.urbis.endpoint.page.Section;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.shapes.EntryForm;
import org.w3id.urbis.shapes.Vocabulary;

/** Lays out a form with what stands in it. */
final class FormPage {
    private final Vocabulary vocabulary;
    private final Languages languages;
    private final Parameters filled;
    private final Map<String, List<String>> problems;

    /** Prepares to lay out what was filled in; problems by the names of fields. */
    FormPage(Vocabulary vocabulary, Languages languages, Parameters filled, Map<String, List<String>> problems) {
        this.vocabulary = vocabulary;
        this.languages = languages;
        this.filled = filled;
        this.problems = problems;
    }

    List<FormView.Group> groups(EntryForm form) {
        Map<Section, List<FormView.Field>> groups = new TreeMap<>();
        for (EntryForm.Field field : inOrder(form)) {
            groups.computeIfAbsent(Section.of(field.property()), any -> new ArrayList<>())
                    .add(field(field, ""));
        }
        List<FormView.Group> shown = new ArrayList<>();
        groups.forEach((section, fields) -> shown.add(new FormView.Group(
                section.slug(),
                section.compareTo(Section.ABOUT) <= 0 || fields.stream().anyMatch(FormPage::matters),
                fields)));
        return shown;
    }

    /** Whether a field stands in the form. */
    static boolean shows(List<FormView.Group> groups, String name) {
        return groups.stream()
                .flatMap(group -> group.fields().stream())
                .flatMap(field ->
                        Stream.concat(Stream.of(field), field.parts().stream().flatMap(List::stream)))
                .anyMatch(field -> field.name().equals(name));
    }

    private static boolean matters(FormView.Field field) {
        return field.required()
                || !field.problems().isEmpty()
                || field.rows().stream().anyMatch(row -> !row.text().isBlank())
                || field.parts().stream().flatMap(List::stream).anyMatch(part -> part.rows().stream()
                        .anyMatch(row -> !row.text().isBlank()));
    }

    private static List<EntryForm.Field> inOrder(EntryForm form) {
        return form.fields().stream()
                .sorted(Comparator.comparing((EntryForm.Field field) -> Section.of(field.property()))
                        .thenComparing(field -> Section.place(field.property())))
                .toList();
    }

    private FormView.Field field(EntryForm.Field field, String prefix) {
        String name = FormNames.in(prefix, field.property());
        boolean more = filled.one("add").filter(name::equals).isPresent();
        List<List<FormView.Field>> parts = field.part()
                .map(part -> IntStream.range(0, FormReading.rows(filled, name) + (more ? 1 : 0))
                        .mapToObj(row -> inOrder(part).stream()
                                .map(inner -> field(inner, FormNames.part(name, row)))
                                .toList())
                        .toList())
                .orElse(List.of());
        return new FormView.Field(
                name,
                text(field.property(), SKOS.prefLabel.asNode()),
                text(field.property(), SKOS.definition.asNode()),
                field.kind().name(),
                field.required(),
                field.several(),
                rows(name, more),
                field.choices().stream()
                        .map(code -> new FormView.Choice(code.getURI(), text(code, SKOS.prefLabel.asNode())))
                        .sorted(Comparator.comparing(choice -> choice.label().value()))
                        .toList(),
                parts,
                problems.getOrDefault(name, List.of()),
                limits(field));
    }

    private static FormView.Limits limits(EntryForm.Field field) {
        EntryForm.Bounds bounds = field.bounds();
        return new FormView.Limits(
                BrowserPattern.of(field).orElse(null),
                bounds.shortest().orElse(null),
                bounds.longest().orElse(null),
                bounds.least().orElse(null),
                bounds.greatest().orElse(null));
    }

    /** What stands in a field; what is blank is gone when the form is shown again. */
    private List<FormView.Row> rows(String name, boolean more) {
        List<String> values = filled.all(name);
        List<String> tags = filled.all(FormNames.language(name));
        List<FormView.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                rows.add(new FormView.Row(values.get(i), i < tags.size() ? tags.get(i) : languages.first()));
            }
        }
        if (rows.isEmpty() || more) {
            rows.add(new FormView.Row("", languages.first()));
        }
        return rows;
    }

    private Text text(Node term, Node property) {
        return vocabulary
                .graph()
                .find(term, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isLiteral)
                .toList()
                .stream()
                .min(Comparator.comparingInt(label -> languages.rank(label.getLiteralLanguage())))
                .map(label -> new Text(label.getLiteralLexicalForm(), label.getLiteralLanguage()))
                .orElseGet(() -> property.equals(SKOS.prefLabel.asNode()) ? unnamed(term) : Text.plain(""));
    }

    /** Terms of others have names among the words of the pages. */
    private Text unnamed(Node term) {
        Words words = Words.of(languages.first());
        String key = "term." + FormNames.of(term).replace(':', '.');
        return words.has(key) ? words.text(key) : Text.plain(FormNames.of(term));
    }
}
