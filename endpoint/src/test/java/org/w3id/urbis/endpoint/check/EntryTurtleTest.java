package org.w3id.urbis.endpoint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.EntryForm;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Whatever is filled into a form as its fields ask for it, the gate accepts. */
class EntryTurtleTest {
    private static final int FILLINGS = 60;
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final ShapeLibrary SHAPES = ShapeLibrary.forParts();
    private static final FileValidation GATE = FileValidation.alone(SHAPES, VOCABULARY);
    private static final List<String> TEXTS =
            List.of("Ríos y \"Ciudades\"", "back\\slash", "two\nlines", "مدن", "<b>bold</b> 'x'", "tab\there");

    /** Values that a person would take from the hints where the shapes ask for a form of text. */
    private static final Map<String, String> FORMS = Map.of(
            "website", "www.example.org/a",
            "email", "desk@example.org",
            "telephone", "+41 22 123 45 67",
            "fax", "+41 22 123 45 68");

    private final Random random = new Random(20261122);

    @ParameterizedTest
    @ValueSource(strings = {"network", "commitment"})
    void randomFillingsAreAccepted(String kind) {
        EntryForm form = EntryForm.of(SHAPES, VOCABULARY, FormRoutes.KINDS.get(kind));
        assertTrue(
                form.fields().size() > 10,
                "the shapes speak of " + form.fields().size() + " properties");
        for (int i = 0; i < FILLINGS; i++) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            values.put("source.locator", List.of("https://example.org/" + i));
            fill(form, "", values);
            String turtle = EntryTurtle.write(
                            form, "https://w3id.org/urbis/id/" + kind + "/new-" + i, new Parameters(values))
                    .turtle();
            ValidationResult result =
                    GATE.validate("entry.ttl", RdfFormat.TURTLE, turtle.getBytes(StandardCharsets.UTF_8));
            // Rules between several values are told when the form is sent; no field can ask for them.
            List<String> refused = result.findings().stream()
                    .filter(finding -> finding.severity() == Severity.VIOLATION
                            && finding.constraint().isEmpty())
                    .map(Finding::message)
                    .toList();
            assertEquals(List.of(), refused, turtle);
        }
    }

    /** At the borders of what the fields ask for: whatever a browser lets pass there, the gate does not refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"network", "commitment"})
    void whatABrowserLetsPassAtTheBordersIsAccepted(String kind) {
        EntryForm form = EntryForm.of(SHAPES, VOCABULARY, FormRoutes.KINDS.get(kind));
        int passed = 0;
        int stopped = 0;
        for (EntryForm.Field field : form.fields()) {
            for (EntryForm.Field one : field.part().map(EntryForm::fields).orElse(List.of(field))) {
                String name = FormNames.in(
                        field.part().isPresent() ? FormNames.part(FormNames.of(field.property()), 0) : "",
                        one.property());
                for (String text : atBorders(one)) {
                    if (!passes(one, text)) {
                        stopped++;
                        continue;
                    }
                    passed++;
                    Map<String, List<String>> values = new LinkedHashMap<>();
                    values.put("source.locator", List.of("https://example.org/"));
                    values.put(name, List.of(text));
                    assertAccepted(form, kind, one, text, new Parameters(values));
                }
            }
        }
        assertTrue(passed > 40 && stopped > 20, passed + " passed, " + stopped + " stopped");
    }

    private static void assertAccepted(
            EntryForm form, String kind, EntryForm.Field field, String text, Parameters values) {
        String turtle = EntryTurtle.write(form, "https://w3id.org/urbis/id/" + kind + "/border", values)
                .turtle();
        List<String> refused =
                GATE
                        .validate("entry.ttl", RdfFormat.TURTLE, turtle.getBytes(StandardCharsets.UTF_8))
                        .findings()
                        .stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION
                                && finding.value().isPresent()
                                && finding.path()
                                        .filter(path -> path.toString()
                                                .contains(field.property().getURI()))
                                        .isPresent())
                        .map(Finding::message)
                        .toList();
        assertEquals(List.of(), refused, field.property() + " " + text);
    }

    private static List<String> atBorders(EntryForm.Field field) {
        return switch (field.kind()) {
            case INTEGER, NUMBER ->
                List.of("-1", "0", "1", "-0", "0.5", "1e3", "2.50", "1e-2", "x", "007", "99999999999");
            case DATE ->
                List.of(
                        "2030",
                        "0000",
                        "2030-00",
                        "2030-01",
                        "2030-12",
                        "2030-13",
                        "2030-06-30",
                        "2030-06-31",
                        "2030-01-00",
                        "2031-02-29",
                        "2032-02-29",
                        "1900-02-29",
                        "2000-02-29",
                        "2030-1-1",
                        "99");
            case WORDS, TEXT ->
                List.of(
                        "",
                        " ",
                        "a",
                        " a ",
                        "ab",
                        "a b",
                        "\uD83D\uDE80",
                        "\uD83D\uDE80\uD83D\uDE80",
                        "www.a.example",
                        "http://a.example/x?y#z",
                        "a@b",
                        "a@b.example",
                        "a b@c.example",
                        "+41 22 1",
                        "12345",
                        "1234",
                        "+(41)/2.2-3",
                        "<script>",
                        "\"q\"\\");
            case REFERENCE ->
                List.of(
                        "network/c40",
                        "id/network/c40",
                        "/id/network/c40",
                        "city/geneva",
                        "nothing/x",
                        "network/",
                        "http://metadata.un.org/sdg/codes/geoArea/756",
                        "https://w3id.org/urbis/id/person/b",
                        "mailto:a@b.example",
                        "https://a b.example",
                        "<http://x>",
                        "x");
            case CODE, PART -> List.of();
        };
    }

    /** As HTML has it for the attributes that the page writes. */
    private static boolean passes(EntryForm.Field field, String text) {
        if (field.kind() == EntryForm.Kind.INTEGER || field.kind() == EntryForm.Kind.NUMBER) {
            if (!text.matches("-?([0-9]+([.][0-9]+)?|[.][0-9]+)([eE][+-]?[0-9]+)?")) {
                return false;
            }
            BigDecimal number = new BigDecimal(text);
            return field.bounds()
                            .least()
                            .map(BigDecimal::new)
                            .filter(least -> number.compareTo(least) < 0)
                            .isEmpty()
                    && field.bounds()
                            .greatest()
                            .map(BigDecimal::new)
                            .filter(most -> number.compareTo(most) > 0)
                            .isEmpty()
                    && (field.kind() == EntryForm.Kind.NUMBER
                            || number.stripTrailingZeros().scale() <= 0);
        }
        return BrowserPattern.of(field)
                .map(pattern -> text.isEmpty() || text.matches(pattern))
                .orElse(true);
    }

    private void fill(EntryForm form, String prefix, Map<String, List<String>> values) {
        for (EntryForm.Field field : form.fields()) {
            if (!field.required() && random.nextInt(3) > 0) {
                continue;
            }
            String name = FormNames.in(prefix, field.property());
            if (field.part().isPresent()) {
                for (int row = 0; row <= (field.several() ? random.nextInt(2) : 0); row++) {
                    fill(field.part().get(), FormNames.part(name, row), values);
                }
                continue;
            }
            List<String> texts = new ArrayList<>();
            List<String> languages = new ArrayList<>();
            for (int row = 0; row <= (field.several() ? random.nextInt(2) : 0); row++) {
                texts.add(value(field));
                languages.add(List.of("en", "fr", "ar").get(row));
            }
            values.put(name, texts);
            values.put(FormNames.language(name), languages);
        }
    }

    private String value(EntryForm.Field field) {
        String local = field.property().getURI().replaceFirst(".*#", "");
        return switch (field.kind()) {
            case WORDS -> TEXTS.get(random.nextInt(TEXTS.size()));
            case TEXT -> FORMS.getOrDefault(local, TEXTS.get(random.nextInt(TEXTS.size())));
            case DATE -> List.of("2030", "2030-06", "2030-06-30").get(random.nextInt(3));
            case INTEGER -> Integer.toString(random.nextInt(500));
            case NUMBER -> random.nextInt(100) + (random.nextBoolean() ? ".5" : "");
            case CODE ->
                field.choices().get(random.nextInt(field.choices().size())).getURI();
            case REFERENCE -> reference(field.pattern());
            case PART -> throw new IllegalStateException(field.toString());
        };
    }

    private String reference(String pattern) {
        return List.of(
                        "network/c40",
                        "city/geneva",
                        "document/a",
                        "person/b",
                        "http://metadata.un.org/sdg/codes/geoArea/756",
                        "programme/c")
                .stream()
                .filter(text -> Pattern.compile(pattern)
                        .matcher(FormReading.iri(text).orElseThrow())
                        .find())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(pattern));
    }
}
