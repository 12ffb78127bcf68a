package org.w3id.urbis.endpoint.route;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.document.ThingFramer;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.ThingPage;
import org.w3id.urbis.endpoint.page.ThingView;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Sends the description of a thing in the form chosen. */
final class ThingAnswer {
    private final Site site;
    private final GraphContents contents;

    ThingAnswer(Site site) {
        this.site = site;
        this.contents = new GraphContents(site.identifiers());
    }

    /**
     * Sends a description.
     *
     * @param path where the thing is described on this origin, without suffix
     */
    void send(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            Node thing,
            String path,
            Choice choice,
            Languages languages) {
        boolean html = choice.form() == Representation.HTML;
        links(response, path);
        EntityTag tag = html
                ? EntityTag.of(revision.info().hash(), path, choice.mediaType(), languages.toString(), site.edition())
                : EntityTag.of(
                        revision.info().hash(), Asking.origin(request), path, choice.mediaType(), site.edition());
        if (Answering.isKnown(request, response, tag, html ? "Accept, Accept-Language" : "Accept")) {
            return;
        }
        if (html) {
            byte[] page = Txn.calculateRead(revision.dataset(), () -> page(revision, thing, path, languages));
            Answering.send(request, response, choice.contentType(), page);
        } else if (contents.isGraph(revision.dataset(), thing)) {
            contents.send(request, response, revision.dataset(), thing, choice);
        } else {
            Description description = Txn.calculateRead(revision.dataset(), () -> read(revision, thing));
            Answering.send(
                    request, response, choice.contentType(), bytes(description, choice.form(), Asking.origin(request)));
        }
    }

    private byte[] bytes(Description description, Representation form, String origin) {
        if (form == Representation.JSON_LD) {
            return JsonText.bytes(site.framer().document(description, origin));
        }
        String document = ThingFramer.documentIri(site.identifiers(), description.thing());
        return GraphWriting.bytes(DescriptionGraph.of(description, document), form);
    }

    private byte[] page(RevisionLease revision, Node thing, String path, Languages languages) {
        ThingView.ContentsView view = contents.view(revision.dataset(), thing, languages);
        return site.pages()
                .thing(
                        site.frame(revision.info()),
                        ThingPage.of(read(revision, thing), site.identifiers(), languages, path, view));
    }

    private Description read(RevisionLease revision, Node thing) {
        return new DescriptionReader(revision.dataset(), site.identifiers()).read(thing);
    }

    /** The same in other forms, so that programs find them without knowing our suffixes. RFC 8288. */
    private static void links(ServerResponse response, String path) {
        Answering.link(
                response,
                Representation.THINGS.stream()
                        .map(form ->
                                "<" + address(path, form) + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"")
                        .collect(Collectors.joining(", ")));
    }

    static String address(String path, Representation form) {
        return path.startsWith("/resource?") ? path + "&format=" + form.suffix() : path + "." + form.suffix();
    }
}
