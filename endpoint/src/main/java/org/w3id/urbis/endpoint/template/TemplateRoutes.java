package org.w3id.urbis.endpoint.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.TemplatesView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.FilledTables;
import org.w3id.urbis.loader.TooManyRowsException;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;

/**
 * {@code /templates}: for which kinds of things there are tables to fill in; {@code /templates/<kind>}: the table, as CSV or
 * as a workbook, with the suffix {@code .csv} or {@code .xlsx} too; with the parameter {@code of} filled with what the graph
 * has.
 */
public final class TemplateRoutes implements HttpService, Operations {
    /** What a table is offered in, best first. */
    static final List<Representation> TABLES = List.of(Representation.CSV, Representation.XLSX);

    /** What the list is offered in, best first. */
    static final List<Representation> LISTS = List.of(Representation.HTML, Representation.JSON);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The parameter that says of what a table is to be filled. */
    static final String OF = "of";

    private static final String VARY = "Accept, Accept-Language";

    private final Pages pages;
    private final RevisionStore store;
    private final String edition;
    private final FilledTables filled = new FilledTables(EntryTerms.shipped());
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    /** A workbook holds when it was made. */
    private final String started = Instant.now().toString();

    /**
     * Prepares the routes.
     *
     * @param pages   renders pages
     * @param store   what templates are filled from
     * @param edition changes whenever the templates may look different
     */
    public TemplateRoutes(Pages pages, RevisionStore store, String edition) {
        this.pages = pages;
        this.store = store;
        this.edition = edition;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/templates", this::list);
        rules.any("/templates/{kind}", this::table);
    }

    @Override
    public List<Operation> operations() {
        return TemplateOperations.all();
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = Asking.choose(request, parameters.one("format"), LISTS);
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        EntityTag tag = EntityTag.of("/templates", languages.first(), choice.mediaType(), edition);
        if (!Answering.isKnown(request, response, tag, VARY)) {
            byte[] body = choice.form() == Representation.HTML
                    ? pages.templates(Frame.of(languages.first(), "/templates"), view(languages))
                    : json(languages);
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private void table(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String wanted = request.path().pathParameters().get("kind");
        Optional<Representation> suffix = TABLES.stream()
                .filter(form -> wanted.endsWith("." + form.suffix()))
                .findFirst();
        String key = suffix.map(form ->
                        wanted.substring(0, wanted.length() - form.suffix().length() - 1))
                .orElse(wanted);
        EntryKind kind =
                EntryKind.of(key).filter(known -> known.key().equals(key)).orElseThrow(() -> unknown(key));
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Representation form = suffix.orElseGet(
                () -> Asking.choose(request, parameters.one("format"), TABLES).form());
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + key + "." + form.suffix() + "\"");
        if (suffix.isEmpty()) {
            response.header(Answering.CONTENT_LOCATION, "/templates/" + key + "." + form.suffix());
        }
        List<Node> about = about(parameters);
        if (!about.isEmpty()) {
            fill(request, response, new Wanted(kind, form, languages.first(), about));
            return;
        }
        EntityTag tag = EntityTag.of(
                "/templates/" + key, languages.first(), form.suffix(), form == Representation.XLSX ? started : edition);
        if (!Answering.isKnown(request, response, tag, suffix.isPresent() ? "Accept-Language" : VARY)) {
            Answering.send(
                    request,
                    response,
                    Representation.contentType(form.mediaType()),
                    made.computeIfAbsent(
                            key + "@" + languages.first() + "." + form.suffix(),
                            any -> made(kind, languages.first(), form)));
        }
    }

    /** Of what the table is to be filled. */
    private record Wanted(EntryKind kind, Representation form, String language, List<Node> about) {}

    /** The table of what the current revision has. */
    private void fill(ServerRequest request, ServerResponse response, Wanted wanted) {
        try (RevisionLease lease = Asking.revision(request, response, store)) {
            EntityTag tag = EntityTag.of(
                    "/templates/" + wanted.kind().key(),
                    wanted.language(),
                    wanted.form().suffix(),
                    wanted.about().toString(),
                    wanted.form() == Representation.XLSX ? started : edition,
                    lease.info().hash());
            if (!Answering.isKnown(request, response, tag, VARY)) {
                Template template = Txn.calculateRead(lease.dataset(), () -> filled(lease.dataset(), wanted));
                Answering.send(
                        request,
                        response,
                        Representation.contentType(wanted.form().mediaType()),
                        bytes(template, wanted.form()));
            }
        }
    }

    private Template filled(DatasetGraph published, Wanted wanted) {
        try {
            return filled.of(published, wanted.kind(), wanted.about(), wanted.language())
                    .orElseThrow(() -> Problem.of(
                                    ProblemType.NOT_FOUND,
                                    "The graph has no " + wanted.kind().key() + " by this name, and none that has to do"
                                            + " with it.")
                            .exception());
        } catch (TooManyRowsException tooMany) {
            throw Problem.parameter(
                            OF,
                            "There are more than " + FilledTables.MOST_ROWS
                                    + " of them, which is the most that a table holds. Take a dump of the graph, or a"
                                    + " query.")
                    .exception(tooMany);
        }
    }

    /** What stands in the parameter: IRIs, or names such as {@code network:c40}. */
    private List<Node> about(Parameters parameters) {
        return parameters.all(OF).stream()
                .filter(text -> !text.isBlank())
                .map(text -> EntryTerms.shipped().named(text.strip()).orElseThrow(() -> Problem.parameter(
                                OF, "It is an IRI, or kind and key of a thing, such as network:c40.")
                        .exception()))
                .toList();
    }

    private static byte[] made(EntryKind kind, String language, Representation form) {
        return bytes(Template.of(kind, EntryTerms.shipped(), language), form);
    }

    private static byte[] bytes(Template template, Representation form) {
        return form == Representation.XLSX ? template.xlsx() : template.csv().getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException unknown(String key) {
        return Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no template \"" + key + "\". There are: "
                                + String.join(", ", TemplateOperations.kinds()) + ".")
                .exception();
    }

    private static TemplatesView view(Languages languages) {
        return new TemplatesView(Arrays.stream(EntryKind.values())
                .map(kind -> new TemplatesView.Entry(
                        Text.plain(EntryTerms.shipped().label(kind, languages.first())),
                        TABLES.stream()
                                .map(form -> new Link(
                                        path(kind, form) + "?lang=" + languages.first(),
                                        Text.plain(form.suffix().toUpperCase(Locale.ROOT))))
                                .toList()))
                .toList());
    }

    private static byte[] json(Languages languages) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode templates = document.putArray("templates");
        for (EntryKind kind : EntryKind.values()) {
            ObjectNode template = templates.addObject();
            template.put("kind", kind.key());
            template.put("name", EntryTerms.shipped().label(kind, languages.first()));
            TABLES.forEach(form -> template.put(form.suffix(), path(kind, form)));
            template.put("schema", "/schemas/entry/" + kind.key());
        }
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }

    private static String path(EntryKind kind, Representation form) {
        return "/templates/" + kind.key() + "." + form.suffix();
    }
}
