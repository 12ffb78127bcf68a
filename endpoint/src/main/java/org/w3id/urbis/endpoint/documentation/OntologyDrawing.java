package org.w3id.urbis.endpoint.documentation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.OntologyView;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** The whole ontology in one drawing: made once for a revision and a language. */
final class OntologyDrawing {
    static final String MEDIA_TYPE = "image/svg+xml";

    private static final int REMEMBERED = 12;
    /** Colours, dark and light, are those of the pages. */
    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/css" href="/assets/urbis.css"?>
        """;

    private final Site site;
    private final Cache<String, OntologyView> views =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    OntologyDrawing(Site site) {
        this.site = site;
    }

    /** What is drawn of a revision. */
    OntologyView of(RevisionLease revision, Languages languages) {
        return views.get(
                revision.info().hash() + languages.wanted(),
                any -> Txn.calculateRead(
                        revision.dataset(), () -> site.guide().ontology(revision.dataset(), languages)));
    }

    /** Sends the drawing alone. */
    void send(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
            Answering.pageHeaders(response);
            EntityTag tag = EntityTag.of(revision.info().hash(), MEDIA_TYPE, languages.toString(), site.edition());
            if (!Answering.isKnown(request, response, tag, "Accept-Language")) {
                String drawing = new String(site.pages().drawing(of(revision, languages)), StandardCharsets.UTF_8);
                Answering.send(
                        request, response, MEDIA_TYPE, (HEAD + drawing.strip()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
