package org.w3id.urbis.endpoint.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.FeedView;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.ThingChange;

/** The newest steps of the feed in short, for the first page. */
public final class LatestChanges {
    private static final int STEPS = 3;
    private static final int THINGS = 6;
    /** How many things of a step are looked at. */
    private static final int MOST_READ = 20_000;
    /** What a reader of the first page knows by name. */
    private static final Set<String> KNOWN = Set.of(
            "network", "city", "agency", "commitment", "framework", "organization", "programme", "project", "event");

    private final Site site;
    private final ChangeLog log;
    private volatile Told told = new Told("", "");

    /** The change sets that are told of a revision. */
    private record Told(String at, String sets) {}

    /** Prepares to tell of a log. */
    public LatestChanges(Site site, ChangeLog log) {
        this.site = site;
        this.log = log;
    }

    /** Equal where the same is told: a server that began with a copy does not know what changed before. */
    public String told(RevisionLease revision) {
        String at = revision.info().hash() + " " + revision.since();
        Told known = told;
        if (!known.at().equals(at)) {
            List<ChangeSet> sets = log.until(revision.info().number());
            known = new Told(at, new Timeline(sets.subList(Math.max(0, sets.size() - STEPS), sets.size())).mark());
            told = known;
        }
        return known.sets();
    }

    /** The newest steps up to a revision, the newest first, each with some things of several kinds. To be called in a transaction. */
    public List<FeedView.Step> of(RevisionLease revision, Languages languages) {
        List<ChangeSet> sets = log.until(revision.info().number());
        FeedDocument feed = new FeedDocument(site.identifiers().baseIri(), "", new Timeline(sets));
        FeedPage page = new FeedPage(feed, "/feed", revision, site, languages);
        return sets.reversed().stream()
                .limit(STEPS)
                .map(set -> page.inShort(set, some(set)))
                .toList();
    }

    /** Things that people know, of each kind in turn. */
    private List<ThingChange> some(ChangeSet set) {
        Map<String, Deque<ThingChange>> byKind = new LinkedHashMap<>();
        set.things(0, MOST_READ).forEach(thing -> site.identifiers()
                .kind(thing.iri())
                .filter(kind -> KNOWN.contains(kind) && !site.identifiers().isGenerated(thing.iri()))
                .ifPresent(kind ->
                        byKind.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(thing)));
        List<ThingChange> some = new ArrayList<>();
        while (some.size() < THINGS && !byKind.isEmpty()) {
            byKind.values().removeIf(Deque::isEmpty);
            byKind.values().stream().limit(THINGS - some.size()).forEach(things -> some.add(things.remove()));
        }
        return some;
    }
}
