package org.w3id.urbis.endpoint.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.SearchView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameMatch;

/** Lays results out for people and for scripts. To be used in one transaction. */
final class SearchPage {
    private static final int LONGEST_LEAD = 200;

    private final RevisionLease revision;
    private final Site site;
    private final Languages languages;
    private final Words words;
    private final DescriptionReader reader;
    private final Map<Node, List<Quad>> names = new HashMap<>();
    private final Wording wording;

    SearchPage(RevisionLease revision, Site site, Languages languages) {
        this.revision = revision;
        this.site = site;
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.reader = new DescriptionReader(revision.dataset(), site.identifiers());
        this.wording = new Wording(names, site.identifiers(), languages);
    }

    /** A page of results. */
    SearchView view(Asked asked, FoundNames found, List<Link> questions) {
        List<NameMatch> all = found.of(asked.kind());
        int pages = Math.max(1, (all.size() + asked.limit() - 1) / asked.limit());
        int page = Math.min(asked.page(), pages);
        return new SearchView(
                asked.words(),
                asked.lang(),
                words.number(found.total()),
                found.isCut()
                        ? words.get("search.cut", words.number(found.matches().size()), words.number(found.total()))
                        : "",
                new SearchView.Facet(
                        new Link(asked.ofAll(), words.text("search.allKinds")),
                        words.number(found.matches().size()),
                        asked.kind().isEmpty()),
                facets(asked, found),
                all.stream()
                        .skip((long) (page - 1) * asked.limit())
                        .limit(asked.limit())
                        .map(this::hit)
                        .toList(),
                questions,
                new SearchView.Paging(
                        page > 1 ? asked.page(page - 1) : "",
                        words.get("page.position", words.number(page), words.number(pages)),
                        page < pages ? asked.page(page + 1) : ""));
    }

    private List<SearchView.Facet> facets(Asked asked, FoundNames found) {
        List<SearchView.Facet> facets = new ArrayList<>();
        found.counts().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<MainKind, Integer> entry) -> entry.getKey() == MainKind.OTHER)
                        .thenComparing(
                                Map.Entry.<MainKind, Integer>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> facets.add(new SearchView.Facet(
                        new Link(asked.of(entry.getKey()), kindName(entry.getKey())),
                        words.number(entry.getValue()),
                        asked.kind().equals(Optional.of(entry.getKey())))));
        return facets;
    }

    private SearchView.Hit hit(NameMatch match) {
        Node thing = NodeFactory.createURI(match.thing().iri());
        Name shown = match.thing().name(languages::rank);
        MainKind kind = FoundNames.kind(match);
        List<Text> details = new ArrayList<>();
        if (kind != MainKind.COUNTRY) {
            match.thing().country().map(NodeFactory::createURI).map(this::name).ifPresent(details::add);
        }
        if (match.thing().population() > 0) {
            String number = words.number(match.thing().population());
            details.add(new Text(words.get("search.inhabitants", number), words.lang()));
        }
        return new SearchView.Hit(
                new Link(site.identifiers().href(thing.getURI()), text(shown)),
                kind == MainKind.OTHER ? className(match) : kindName(kind),
                match.name().text().equals(shown.text()) ? Text.plain("") : text(match.name()),
                details,
                lead(thing));
    }

    private static Text text(Name name) {
        return new Text(name.text(), name.language());
    }

    /** Of what has none of the kinds that readers tell apart, the class. */
    private Text className(NameMatch match) {
        return match.thing().types().stream()
                .sorted()
                .findFirst()
                .map(NodeFactory::createURI)
                .map(this::name)
                .orElseGet(() -> kindName(MainKind.OTHER));
    }

    /** What a kind is called. */
    private Text kindName(MainKind kind) {
        return kind == MainKind.OTHER ? words.text("search.otherKind") : name(kind.term());
    }

    private Text name(Node node) {
        names.computeIfAbsent(node, reader::names);
        names.values().removeIf(List::isEmpty);
        return wording.name(node);
    }

    /** The beginning of what is said of it; empty if nobody says. */
    private Text lead(Node thing) {
        for (Node property : List.of(Terms.DESCRIPTION, Terms.DEFINITION)) {
            List<Quad> quads = Iter.toList(revision.dataset().findNG(Node.ANY, thing, property, Node.ANY));
            Optional<Text> best = wording.best(quads, property);
            if (best.isPresent()) {
                return new Text(beginning(best.get().value()), best.get().lang());
            }
        }
        return Text.plain("");
    }

    /** As much of a text as fits, up to the end of a word. */
    static String beginning(String text) {
        if (text.length() <= LONGEST_LEAD) {
            return text;
        }
        int blank = text.lastIndexOf(' ', LONGEST_LEAD);
        return text.substring(0, blank > LONGEST_LEAD / 2 ? blank : LONGEST_LEAD) + " …";
    }

    /** The same for a script that offers things while somebody types. */
    Map<String, Object> document(Asked asked, FoundNames found) {
        List<Object> items = found.of(asked.kind()).stream()
                .limit(asked.limit())
                .<Object>map(match -> item(match, hit(match)))
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("total", found.total());
        document.put("items", items);
        return document;
    }

    private static Map<String, Object> item(NameMatch match, SearchView.Hit hit) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", match.thing().iri());
        item.put("href", hit.name().href());
        item.put("name", hit.name().text().value());
        item.put("lang", hit.name().text().lang());
        item.put("kind", hit.kind().value());
        item.put("matched", hit.other().value());
        item.put("details", hit.details().stream().map(Text::value).toList());
        return item;
    }
}
