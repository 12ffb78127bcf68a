package org.w3id.urbis.endpoint.catalog;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionDumps;
import org.w3id.urbis.loader.publication.RevisionDumps.DumpFile;

/** {@code /dumps}: the graph of each revision that is kept, as files to take away, with their checksums. */
public final class DumpRoutes implements HttpService, Operations {
    private static final String LATEST = "latest";
    private static final String CHECKSUM = ".sha256";

    private final CatalogSite site;

    /**
     * Prepares the routes.
     *
     * @param site what pages are made with
     */
    public DumpRoutes(CatalogSite site) {
        this.site = site;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/dumps", this::list);
        rules.any("/dumps/{revision}", this::ofRevision);
        rules.any("/dumps/{revision}/{+file}", this::file);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = site.store().history();
        describe(request, response, history.kept(), "/dumps", revision -> RevisionDumps.present(revision).stream()
                .filter(file -> file.graph().isEmpty())
                .toList());
    }

    private void ofRevision(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String wanted = request.path().pathParameters().get("revision");
        if (wanted.equals(LATEST)) {
            leadToNewest(response, "");
            return;
        }
        Revision revision = Asking.revision(site.store().history(), wanted);
        response.header(Answering.REVISION, Long.toString(revision.number()));
        describe(request, response, List.of(revision), "/dumps/" + revision.number(), RevisionDumps::of);
    }

    /** Files as data or for people. */
    private void describe(
            ServerRequest request,
            ServerResponse response,
            List<Revision> revisions,
            String address,
            Function<Revision, List<DumpFile>> files) {
        Languages languages = Asking.languages(request, Asking.parameters(request));
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.DOCUMENTS);
        boolean isPage = choice.form() == Representation.HTML;
        String origin = Asking.origin(request);
        EntityTag tag = EntityTag.of(
                address,
                revisions.stream()
                        .map(revision ->
                                revision.number() + " " + files.apply(revision).size())
                        .collect(Collectors.joining(" ")),
                Long.toString(site.store().history().current()),
                origin,
                choice.mediaType(),
                isPage ? languages + site.edition() : "");
        if (isPage) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        }
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host")) {
            byte[] body = isPage
                    ? page(revisions, address, languages, origin)
                    : GraphWriting.bytes(graph(revisions, files, origin).finished(), choice.form());
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private byte[] page(List<Revision> revisions, String address, Languages languages, String origin) {
        DumpPage page = new DumpPage(languages, origin, site.identifiers().baseIri());
        return site.pages()
                .dumps(
                        site.frame(
                                address.equals("/dumps") ? newest() : revisions.getFirst(),
                                languages,
                                address + "?format=html"),
                        page.view(address, revisions, !address.equals("/dumps")));
    }

    private Statements graph(List<Revision> revisions, Function<Revision, List<DumpFile>> files, String origin) {
        String base = site.identifiers().baseIri();
        Statements statements = new Statements();
        Node whole = site.identifiers().dataset();
        for (Revision revision : revisions) {
            List<DumpFile> present = files.apply(revision);
            GraphLicences licences = GraphLicences.of(site.store(), present);
            for (DumpFile file : present) {
                Node dataset = file.graph().map(Statements::iri).orElse(whole);
                new DumpDescription(revision, file).describe(statements, dataset, base, origin, licences.of(file));
                file.graph().ifPresent(graph -> statements
                        .type(dataset, DCAT.Dataset.getURI())
                        .text(dataset, DCTerms.title.getURI(), "The graph " + Identifiers.localName(graph), "en")
                        .text(
                                dataset,
                                DCTerms.description.getURI(),
                                "One of the graphs that the whole is made of.",
                                "en")
                        .link(dataset, DCTerms.isPartOf.getURI(), whole));
            }
        }
        return statements;
    }

    private void file(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String wanted = request.path().pathParameters().get("revision");
        String name = request.path().pathParameters().get("file");
        if (wanted.equals(LATEST)) {
            leadToNewest(response, "/" + existing(newest(), name));
            return;
        }
        Revision revision = Asking.revision(site.store().history(), wanted);
        if (name.equals(RevisionDumps.SUMS)) {
            sums(request, response, revision);
        } else if (name.endsWith(CHECKSUM)) {
            find(revision, name.substring(0, name.length() - CHECKSUM.length())).sendChecksum(request, response);
        } else {
            find(revision, name).send(request, response);
        }
    }

    private Revision newest() {
        RevisionHistory history = site.store().history();
        return history.find(history.current()).orElseThrow();
    }

    /** The name of a file that a revision has, or that of a checksum. */
    private String existing(Revision revision, String name) {
        if (!name.equals(RevisionDumps.SUMS)) {
            find(revision, name.endsWith(CHECKSUM) ? name.substring(0, name.length() - CHECKSUM.length()) : name);
        }
        return name;
    }

    private DumpAnswer find(Revision revision, String name) {
        // The sorted N-Quads are always there; nobody who wants them waits for others to be made.
        List<DumpFile> files =
                name.equals(RevisionDumps.N_QUADS) ? RevisionDumps.present(revision) : RevisionDumps.of(revision);
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> new DumpAnswer(
                        new DumpDescription(revision, file),
                        GraphLicences.of(site.store(), List.of(file)).of(file)))
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "Revision " + revision.number() + " has no such file; /dumps/" + revision.number()
                                        + " lists those it has.")
                        .exception());
    }

    private void leadToNewest(ServerResponse response, String rest) {
        response.status(Status.TEMPORARY_REDIRECT_307);
        response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
        response.header(HeaderNames.LOCATION, "/dumps/" + site.store().history().current() + rest);
        response.send();
    }

    private static void sums(ServerRequest request, ServerResponse response, Revision revision) {
        response.header(Answering.REVISION, Long.toString(revision.number()));
        EntityTag tag = EntityTag.of("sums", Long.toString(revision.number()), revision.hash());
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding", DumpAnswer.KEEP)) {
            String lines = RevisionDumps.of(revision).stream()
                    .map(file -> file.sha256() + "  " + file.name() + "\n")
                    .collect(Collectors.joining());
            Answering.send(request, response, "text/plain; charset=utf-8", lines.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public List<Operation> operations() {
        Input revision = Input.path("revision", "Number of the revision, or its hash.", Schema.text(), "1");
        Input file = Input.path(
                "file",
                "Name of the file: " + RevisionDumps.N_QUADS + ", " + RevisionDumps.JSON_LD
                        + ", or the path of a graph with .ttl.gz behind it; with .sha256 behind that, its checksum as"
                        + " `sha256sum` reads it.",
                Schema.text(),
                RevisionDumps.N_QUADS);
        return List.of(
                Operation.get("/dumps", "dumps", Group.CATALOGUE, "The dumps that can be taken away")
                        .describedAs("The whole graph of each revision that is kept, with length and SHA-256.")
                        .taking(Input.format(Representation.DOCUMENTS), Input.language())
                        .answering(Answer.ok("The list.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE),
                Operation.get("/dumps/{revision}", "dumpsOfRevision", Group.CATALOGUE, "The dumps of a revision")
                        .describedAs("All files of one revision: the whole graph as N-Quads and as JSON-LD, and each"
                                + " graph as Turtle. For `latest`, their address.")
                        .taking(revision, Input.format(Representation.DOCUMENTS), Input.language())
                        .answering(
                                Answer.ok("The list.").in(Representation.DOCUMENTS),
                                Answer.of(307, "The address of the list of the current revision."))
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.NOT_ACCEPTABLE,
                                ProblemType.UNKNOWN_REVISION,
                                ProblemType.REVISION_GONE),
                Operation.get("/dumps/{revision}/" + RevisionDumps.SUMS, "dumpChecksums", Group.CATALOGUE, "Checksums")
                        .describedAs("Of all files of a revision, as `sha256sum` writes and checks them.")
                        .taking(revision)
                        .answering(Answer.ok("The checksums.").in("text/plain", Schema.text()))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.UNKNOWN_REVISION, ProblemType.REVISION_GONE),
                Operation.get("/dumps/{revision}/{file}", "dump", Group.CATALOGUE, "One dump")
                        .describedAs("Compressed by gzip; never changes. Parts can be asked for by `Range`. For the"
                                + " revision `latest`, its address.")
                        .taking(revision, file)
                        .answering(
                                Answer.ok("The dump.").in(DumpAnswer.GZIP, Schema.text()),
                                Answer.of(206, "A part of the dump.").in(DumpAnswer.GZIP, Schema.text()),
                                Answer.of(307, "The address of the file of the current revision."))
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.NOT_FOUND,
                                ProblemType.UNKNOWN_REVISION,
                                ProblemType.REVISION_GONE,
                                ProblemType.RANGE_NOT_SATISFIABLE));
    }
}
