package org.w3id.urbis.endpoint.revision;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.RevisionView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.loader.publication.Revision;

/** Lays out revisions for people. */
final class RevisionPage {
    private final Site site;
    private final RevisionHistory history;
    private final Words words;
    private final String address;

    RevisionPage(Site site, Languages languages, String address) {
        this.site = site;
        this.history = site.store().history();
        this.words = Words.of(languages.first());
        this.address = address;
    }

    /** Where else a revision is spoken of, by RFC 8288 and RFC 5829. */
    static String links(Revision revision, RevisionHistory history, boolean keepsFiles) {
        List<String> links = new ArrayList<>(List.of(
                "</revisions>; rel=\"version-history\"",
                "</revisions/" + history.current() + ">; rel=\"latest-version\""));
        if (keepsFiles) {
            links.add("</dumps/" + revision.number() + ">; rel=\"related\"; title=\"dumps\"");
        }
        revision.parent().ifPresent(parent -> links.add("</revisions/" + parent + ">; rel=\"predecessor-version\""));
        if (Files.exists(revision.patch())) {
            links.add("</revisions/" + revision.number() + "/patch>; rel=\"related\"; type=\"application/rdf-patch\"");
        }
        return String.join(", ", links);
    }

    /** All that are kept, newest first. */
    RevisionView.Listed list() {
        return new RevisionView.Listed(
                history.kept().stream().map(kept -> view(kept, List.of())).toList(), forms());
    }

    /** One with its graphs. */
    RevisionView one(Revision revision) {
        return view(
                revision,
                revision.graphs().entrySet().stream()
                        .map(graph -> new RevisionView.GraphView(
                                graph.getKey(),
                                href(graph.getKey(), revision.number()),
                                words.number(graph.getValue())))
                        .toList());
    }

    private RevisionView view(Revision revision, List<RevisionView.GraphView> graphs) {
        return new RevisionView(
                Long.toString(revision.number()),
                revision.number() == history.current(),
                revision.created().toString().replace('T', ' ').replace("Z", ""),
                words.number(revision.quads()),
                revision.hash(),
                revision.parent().isPresent() ? Long.toString(revision.parent().getAsLong()) : "",
                Files.exists(revision.patch()) ? "/revisions/" + revision.number() + "/patch" : "",
                graphs,
                forms());
    }

    private List<Link> forms() {
        return Representation.GRAPHS.stream()
                .map(form -> new Link(address + "?format=" + form.suffix(), Text.plain(form.title())))
                .toList();
    }

    private String href(String graph, long revision) {
        String href = site.identifiers().href(graph);
        return href + (href.contains("?") ? "&" : "?") + "revision=" + revision;
    }
}
