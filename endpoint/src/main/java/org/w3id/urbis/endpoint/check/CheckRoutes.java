package org.w3id.urbis.endpoint.check;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.CheckView;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.problem.ProblemWords;
import org.w3id.urbis.endpoint.submission.SubmissionDesk;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.endpoint.upload.Upload;
import org.w3id.urbis.endpoint.validation.Validator;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.MendedText;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * {@code GET /validate}: the page on which somebody drops a file or pastes a text; {@code POST /validate/page}: the same
 * page with what is wrong at its line. Fixes are made by sending the text again with the name of a fix. {@code POST
 * /validate/hand-in}: the same page, whose text is handed in. All of it works by forms alone.
 */
public final class CheckRoutes implements HttpService, Operations {
    /** What the page offers. */
    static final List<Representation> FORMS = List.of(Representation.HTML);

    private static final String ALL = "all";
    /** A fix may uncover faults with fixes of their own. */
    private static final int MOST_ROUNDS = 5;

    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final Validator validator;
    private final SubmissionDesk desk;
    private final Pages pages;
    private final CheckPage page;
    private final String edition;

    /**
     * Prepares the routes.
     *
     * @param validator   checks the files
     * @param desk        takes them in
     * @param identifiers which IRI is found where
     * @param pages       renders pages
     * @param edition     changes whenever the pages may look different
     */
    public CheckRoutes(Validator validator, SubmissionDesk desk, Identifiers identifiers, Pages pages, String edition) {
        this.validator = validator;
        this.desk = desk;
        this.pages = pages;
        this.page = new CheckPage(identifiers);
        this.edition = edition;
    }

    @Override
    public void routing(HttpRules rules) {
        // Other methods at this address are for whoever checks without a page.
        rules.get("/validate", this::show);
        rules.head("/validate", this::show);
        rules.any("/validate/page", this::check);
        rules.any("/validate/hand-in", this::handIn);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Asking.choose(request, parameters.one("format"), FORMS);
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        EntityTag tag = EntityTag.of("/validate", languages.first(), edition);
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language")) {
            send(request, response, languages, page.empty(languages));
        }
    }

    private void send(ServerRequest request, ServerResponse response, Languages languages, CheckView view) {
        Answering.sendScripted(request, response, pages.check(Frame.of(languages.first(), "/validate"), view));
    }

    private void check(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.POST);
        Upload upload = Upload.read(request, validator.fileBytes(), List.of(Upload.DATA));
        Parameters parameters = upload.parameters();
        Languages languages = Asking.languages(request, parameters);
        // The field "format" is that of a report, and for another button of the form.
        Asking.choose(request, Asking.parameters(request).one("format"), FORMS);
        response.header(NO_STORE);
        Answering.vary(response, "Accept, Accept-Language");
        SentFile sent = chosen(upload);
        if (parameters.one("download").isPresent()) {
            response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(sent.name()));
            Answering.send(request, response, sent.format().mediaType(), sent.content());
            return;
        }
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        Checked checked = parameters
                .one("apply")
                .filter(fix -> !fix.isBlank())
                .map(fix -> mended(sent, fix))
                .orElseGet(() -> checked(sent));
        send(request, response, languages, page.of(written(checked.text(), sent, upload), languages, checked.result()));
    }

    private void handIn(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.POST);
        response.header(NO_STORE);
        Answering.vary(response, "Accept, Accept-Language");
        Upload upload = Upload.read(request, validator.fileBytes(), List.of(Upload.DATA));
        Languages languages = Asking.languages(request, upload.parameters());
        Asking.choose(request, Asking.parameters(request).one("format"), FORMS);
        SentFile sent = chosen(upload);
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        boolean isPage = Asking.wantsPage(request);
        try {
            SubmissionDesk.HandedIn handedIn = desk.handIn(sent, upload.parameters(), response);
            if (handedIn.id().isEmpty() && !isPage) {
                throw handedIn.refusal();
            }
            response.status(
                    handedIn.id().isPresent() ? Status.CREATED_201 : Status.create(ProblemType.NOT_VALID.status()));
            CheckView view = page.of(written(text(sent), sent, upload), languages, handedIn.judged());
            send(request, response, languages, view.handedIn(handedIn.id().orElse("")));
        } catch (ProblemException refused) {
            if (!isPage) {
                throw refused;
            }
            // With the text in it: who goes back from a page that was posted may find it gone.
            response.status(Status.create(refused.problem().type().status()));
            CheckView view =
                    page.of(written(text(sent), sent, upload), languages, new ValidationResult(List.of(), List.of()));
            send(
                    request,
                    response,
                    languages,
                    view.refused(ProblemWords.of(languages.first()).detail(refused.problem())));
        }
    }

    /** What stands in the fields of the page. */
    private static CheckPage.Written written(String text, SentFile sent, Upload upload) {
        Parameters parameters = upload.parameters();
        boolean isNamed = !upload.all(Upload.FILE).isEmpty()
                || parameters.one("name").filter(given -> !given.isBlank()).isPresent();
        return new CheckPage.Written(
                text,
                isNamed ? sent.name() : "",
                parameters.one("type").orElse(CheckPage.GUESS),
                parameters.one("corrects").orElse(""));
    }

    /** The file, else the text; whoever chooses a file has not looked at what stood in the text before. */
    private static SentFile chosen(Upload upload) {
        SentFile sent = upload.data();
        if (sent.format() == RdfFormat.XLSX) {
            return sent;
        }
        // Browsers send texts with the line ends of mail.
        String text = new String(sent.content(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        return new SentFile(sent.name(), sent.format(), text.getBytes(StandardCharsets.UTF_8));
    }

    private record Checked(String text, ValidationResult result) {}

    private Checked checked(SentFile file) {
        return new Checked(text(file), validator.validate(file, List.of()));
    }

    /** A workbook is no text to show. */
    private static String text(SentFile file) {
        return file.format() == RdfFormat.XLSX ? "" : new String(file.content(), StandardCharsets.UTF_8);
    }

    private Checked mended(SentFile file, String fix) {
        Checked checked = checked(file);
        for (int round = 0; round < (fix.equals(ALL) ? MOST_ROUNDS : 1); round++) {
            List<Finding> wanted = checked.result().findings().stream()
                    .filter(MendedText::isSure)
                    .filter(finding ->
                            fix.equals(ALL) || MendedText.key(finding).equals(fix))
                    .toList();
            if (wanted.isEmpty()) {
                break;
            }
            String text = MendedText.mended(checked.text(), wanted);
            checked = checked(new SentFile(file.name(), file.format(), text.getBytes(StandardCharsets.UTF_8)));
        }
        return checked;
    }

    /** RFC 8187. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<Operation> operations() {
        return CheckOperations.all();
    }
}
