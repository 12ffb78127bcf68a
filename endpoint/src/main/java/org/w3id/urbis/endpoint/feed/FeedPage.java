package org.w3id.urbis.endpoint.feed;

import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.FeedView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.ThingChange;

/** Lays out the feed for people. To be used in a transaction of the revision that names are read from. */
final class FeedPage {
    /** How many steps the first page tells of, and how many things of each. */
    private static final int MOST_STEPS = 20;

    private static final int MOST_THINGS = 12;

    private final FeedDocument feed;
    private final String address;
    private final DescriptionReader reader;
    private final Site site;
    private final Languages languages;
    private final Words words;
    private final RevisionHistory history;

    /**
     * Prepares the page.
     *
     * @param address where the same is found as data, without the parameter {@code format}
     */
    FeedPage(FeedDocument feed, String address, RevisionLease revision, Site site, Languages languages) {
        this.feed = feed;
        this.address = address;
        this.reader = new DescriptionReader(revision.dataset(), site.identifiers());
        this.site = site;
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.history = site.store().history();
    }

    /** The newest steps, each with the first things that changed. */
    FeedView start() {
        List<ChangeSet> sets = feed.timeline().sets();
        List<FeedView.Step> steps = new ArrayList<>();
        long end = feed.timeline().size();
        for (int i = sets.size() - 1; i >= Math.max(0, sets.size() - MOST_STEPS); i--) {
            ChangeSet set = sets.get(i);
            end -= set.size();
            List<ThingChange> first = set.things(0, MOST_THINGS);
            steps.add(step(set, first, set.size() > first.size() ? List.of(all(set, end)) : List.of()));
        }
        return new FeedView(steps, data(), List.of(), feed.root());
    }

    /** The events from a place to the end of the page that it is on. */
    FeedView events(long from) {
        long page = from / FeedDocument.PAGE_SIZE;
        List<FeedView.Step> steps = new ArrayList<>();
        List<ThingChange> things = new ArrayList<>();
        List<Timeline.Event> events = feed.timeline().events(from, (page + 1) * FeedDocument.PAGE_SIZE);
        for (int i = 0; i < events.size(); i++) {
            things.add(events.get(i).thing());
            ChangeSet set = events.get(i).set();
            if (i + 1 == events.size() || !events.get(i + 1).set().equals(set)) {
                steps.add(step(set, things, List.of()));
                things.clear();
            }
        }
        List<Link> paging = new ArrayList<>();
        if (page > 0) {
            paging.add(new Link(pageHref(page - 1), words.text("page.previous")));
        }
        paging.add(new Link("/feed?format=html", words.text("home.part.feed")));
        if (page + 1 < feed.pages()) {
            paging.add(new Link(pageHref(page + 1), words.text("page.next")));
        }
        return new FeedView(steps, data(), paging, "");
    }

    private static String pageHref(long page) {
        return "/feed/" + page + "?format=html";
    }

    private Link all(ChangeSet set, long start) {
        return new Link(
                pageHref(start / FeedDocument.PAGE_SIZE) + "#change-" + set.sequence(),
                new Text(words.get("feed.showAll", set.size()), words.lang()));
    }

    private FeedView.Step step(ChangeSet set, List<ThingChange> things, List<Link> more) {
        boolean isKept = history.find(set.revision()).isPresent();
        return new FeedView.Step(
                set.sequence(),
                new Link(
                        isKept ? "/revisions/" + set.revision() + "?format=html" : "",
                        new Text(words.get("revision.title", words.number(set.revision())), words.lang())),
                DateTimeFormatter.ISO_INSTANT.format(set.moment()),
                words.day(set.moment()),
                Stream.of(
                                count("created", set.created()),
                                count("updated", set.updated()),
                                count("deleted", set.deleted()))
                        .filter(count -> !count.number().equals("0"))
                        .toList(),
                things.stream().map(this::change).toList(),
                Stream.concat(more.stream(), onwards(set)).toList());
    }

    /** A step with some of its things. */
    FeedView.Step inShort(ChangeSet set, List<ThingChange> things) {
        return step(set, things, List.of());
    }

    private FeedView.Count count(String kind, long number) {
        return new FeedView.Count(words.get("feed." + kind), words.number(number));
    }

    private Stream<Link> onwards(ChangeSet set) {
        return history.find(set.revision()).filter(revision -> Files.exists(revision.patch())).stream()
                .map(revision -> new Link("/revisions/" + revision.number() + "/patch", words.text("feed.patch")));
    }

    private FeedView.Change change(ThingChange change) {
        Node thing = NodeFactory.createURI(change.iri());
        Wording wording = new Wording(Map.of(thing, reader.names(thing)), site.identifiers(), languages);
        String kind =
                switch (change.kind()) {
                    case CREATED -> "created";
                    case UPDATED -> "updated";
                    case DELETED -> "deleted";
                };
        return new FeedView.Change(kind, words.get("feed." + kind), wording.link(thing));
    }

    private List<Link> data() {
        String join = address.contains("?") ? "&" : "?";
        return FeedRoutes.FORMS.stream()
                .filter(form -> form != Representation.HTML)
                .map(form -> new Link(address + join + "format=" + form.suffix(), Text.plain(form.title())))
                .toList();
    }
}
