package org.w3id.urbis.endpoint.check;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.FormView;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.endpoint.validation.Validator;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.report.HtmlReport;
import org.w3id.urbis.loader.report.HtmlView;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.EntryForm;

/**
 * {@code /validate/form/<kind>}: a form for a new entry, made from the shapes. What is filled in is written as Turtle and
 * judged like any file, so that the form accepts exactly what the gate accepts.
 */
public final class FormRoutes implements HttpService, Operations {
    /** What entries there are forms for, with their classes. */
    static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "network", "https://w3id.org/urbis/ontology#Network",
            "commitment", "https://w3id.org/urbis/ontology#Commitment"));

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String IRIS = "https://w3id.org/urbis/id/";
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final Validator validator;
    private final Supplier<Standard> standard;
    private final Pages pages;
    private final Map<String, EntryForm> forms = new ConcurrentHashMap<>();

    /**
     * Prepares the routes.
     *
     * @param validator judges what was filled in
     * @param standard  what the forms are made from; asked for when the first one is wanted
     * @param pages     renders pages
     */
    public FormRoutes(Validator validator, Supplier<Standard> standard, Pages pages) {
        this.validator = validator;
        this.standard = standard;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        KINDS.keySet()
                .forEach(kind ->
                        rules.any("/validate/form/" + kind, (request, response) -> form(request, response, kind)));
    }

    private void form(ServerRequest request, ServerResponse response, String kind) {
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST);
        Parameters query = Asking.parameters(request);
        Asking.choose(request, query.one("format"), CheckRoutes.FORMS);
        boolean sent = request.prologue().method().equals(Method.POST);
        Parameters filled = sent ? FormReading.withoutRemoved(filled(request)) : Parameters.of();
        Languages languages = Asking.languages(request, filled.one("lang").isPresent() ? filled : query);
        response.header(NO_STORE);
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        Answering.vary(response, "Accept, Accept-Language");
        FormView view = sent ? judged(kind, languages, filled) : view(kind, languages, filled, "", Judged.NONE);
        Answering.sendScripted(
                request, response, pages.form(Frame.of(languages.first(), "/validate/form/" + kind), view));
    }

    private static Parameters filled(ServerRequest request) {
        if (!Asking.bodyType(request).equals(FORM_TYPE)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The form is sent as " + FORM_TYPE + ".")
                    .with("available", List.of(FORM_TYPE))
                    .exception();
        }
        return Parameters.of(Parameters.strictUtf8(request.content().as(byte[].class)));
    }

    /** What the gate says of what was filled in; by the names of fields, as far as it belongs to one. */
    private record Judged(boolean valid, String summary, Map<String, List<String>> byField, List<String> others) {
        static final Judged NONE = new Judged(false, "", Map.of(), List.of());
    }

    private FormView judged(String kind, Languages languages, Parameters filled) {
        EntryTurtle.Written written = EntryTurtle.write(entryForm(kind), IRIS + kind + "/" + key(filled), filled);
        SentFile file =
                new SentFile("entry.ttl", RdfFormat.TURTLE, written.turtle().getBytes(StandardCharsets.UTF_8));
        ValidationResult result = validator.validate(file, List.of());
        Report report = Report.of(result).in(Locale.forLanguageTag(languages.first()));
        Map<String, List<String>> byField = new TreeMap<>();
        List<String> others = new ArrayList<>();
        List<HtmlView.Item> items = HtmlReport.items(report);
        for (int i = 0; i < result.findings().size(); i++) {
            Finding finding = result.findings().get(i);
            String part = written.part(finding.position().line());
            finding.path()
                    .flatMap(FormRoutes::property)
                    .map(property -> byField.computeIfAbsent(FormNames.in(part, property), any -> new ArrayList<>()))
                    .orElse(others)
                    .add(items.get(i).message().text());
        }
        return view(
                kind,
                languages,
                filled,
                written.turtle(),
                new Judged(result.isAcceptable(), report.summary(), byField, others));
    }

    private static Optional<Node> property(Path path) {
        return switch (path) {
            case P_Link link -> Optional.of(link.getNode());
            case P_Alt either -> property(either.getLeft());
            default -> Optional.empty();
        };
    }

    private static String key(Parameters filled) {
        return FormReading.key(
                filled.one("key").orElse(""),
                filled.all("skos:prefLabel").stream().findFirst().orElse(""));
    }

    private EntryForm entryForm(String kind) {
        return forms.computeIfAbsent(
                kind,
                any -> EntryForm.of(standard.get().shapes(), standard.get().vocabulary(), KINDS.get(kind)));
    }

    private FormView view(String kind, Languages languages, Parameters filled, String turtle, Judged judged) {
        FormPage page = new FormPage(standard.get().vocabulary(), languages, filled, judged.byField());
        List<FormView.Group> groups = page.groups(entryForm(kind));
        List<String> others = new ArrayList<>(judged.others());
        judged.byField().forEach((field, problems) -> {
            if (!FormPage.shows(groups, field)) {
                others.addAll(problems);
            }
        });
        return new FormView(
                Words.of(languages.first()).get("form." + kind),
                "/validate/form/" + kind,
                turtle.isEmpty() ? "" : key(filled),
                IRIS + kind + "/",
                groups,
                filled.one("source.locator").orElse(""),
                filled.one("source.lines").orElse(""),
                turtle,
                judged.valid(),
                judged.summary(),
                others.stream().distinct().toList());
    }

    @Override
    public List<Operation> operations() {
        return CheckOperations.forms(KINDS.keySet());
    }
}
