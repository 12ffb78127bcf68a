package org.w3id.urbis.endpoint.catalog;

import java.util.List;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.DumpsView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionDumps;
import org.w3id.urbis.loader.publication.RevisionDumps.DumpFile;

/**
 * Lays out for people which files there are to take away.
 *
 * @param languages the reader's
 * @param origin    where this server is reached, without a slash at its end
 * @param base      what our IRIs begin with
 */
record DumpPage(Languages languages, String origin, String base) {

    /**
     * The page.
     *
     * @param address   where it is found
     * @param revisions whose files, newest first
     * @param whole     whether the file of each graph is shown too
     */
    DumpsView view(String address, List<Revision> revisions, boolean whole) {
        Words words = words();
        List<Link> forms = Representation.GRAPHS.stream()
                .map(form -> new Link(address + "?format=" + form.suffix(), Text.plain(form.title())))
                .toList();
        String newest = origin + "/dumps/" + revisions.getFirst().number();
        return new DumpsView(
                revisions.stream().map(revision -> of(revision, whole, words)).toList(), forms, newest);
    }

    private DumpsView.Dumps of(Revision revision, boolean whole, Words words) {
        List<DumpFile> files = whole ? RevisionDumps.of(revision) : RevisionDumps.present(revision);
        long graphs = files.stream().filter(file -> file.graph().isPresent()).count();
        return new DumpsView.Dumps(
                new Link(
                        "/revisions/" + revision.number() + "?format=html",
                        new Text(words.get("revision.title", words.number(revision.number())), words.lang())),
                words.day(revision.created()),
                files.stream()
                        .filter(file -> whole || file.graph().isEmpty())
                        .map(file -> file(revision, file, words))
                        .toList(),
                whole
                        ? List.of()
                        : List.of(new Link(
                                "/dumps/" + revision.number() + "?format=html",
                                new Text(
                                        words.get(
                                                "dumps.byGraph",
                                                graphs > 0
                                                        ? graphs
                                                        : revision.graphs().size()),
                                        words.lang()))),
                DumpDescription.path(revision, RevisionDumps.SUMS));
    }

    private DumpsView.File file(Revision revision, DumpFile file, Words words) {
        DumpDescription dump = new DumpDescription(revision, file);
        Text what = file.graph()
                .map(graph -> Text.plain(graph.startsWith(base) ? graph.substring(base.length()) : graph))
                .orElse(words.text("dumps.whole"));
        return new DumpsView.File(
                what,
                new Link(dump.path(), Text.plain(dump.formatName())),
                words.get("dumps.kilobytes", Math.max(1, file.bytes() / 1000)),
                file.sha256());
    }

    private Words words() {
        return Words.of(languages.first());
    }
}
