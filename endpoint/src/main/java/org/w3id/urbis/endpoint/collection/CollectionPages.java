package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.CollectionView;
import org.w3id.urbis.endpoint.page.CollectionView.Choice;
import org.w3id.urbis.endpoint.page.CollectionView.Hidden;
import org.w3id.urbis.endpoint.page.CollectionView.Row;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.store.InBlocks;

/** A page of a collection for people: a table, a search, and values to narrow the list by. To be used in one transaction. */
final class CollectionPages {
    private static final Set<String> IN_PLURAL = Set.of(
            "agency", "city", "commitment", "document", "event", "framework", "network", "organization", "person");

    private static final int MOST_COLUMNS = 4;
    private static final int MOST_IN_CELL = 3;
    /** What says little to a reader of a table: where a thing was read, and where it lies to the fifth decimal. */
    private static final Set<String> DULL = Set.of(
            "source",
            "document",
            "identifier",
            "description",
            "latitude",
            "longitude",
            "mentions",
            "contributes-to",
            "sha256");

    /** A column of them would say of each thing that it is in the world. */
    private static final Set<String> ALL_AROUND = Set.of("within", "isWithin");

    private final DatasetGraph dataset;
    private final Graph graph;
    private final Names names;
    private final Identifiers identifiers;
    private final SortedMap<String, Filter> filters;
    private final SortedMap<String, Column> columns;
    private final Words words;

    CollectionPages(
            DatasetGraph dataset,
            Names names,
            Identifiers identifiers,
            SortedMap<String, Filter> filters,
            SortedMap<String, Column> columns,
            Words words) {
        this.dataset = dataset;
        this.graph = dataset.getUnionGraph();
        this.names = names;
        this.identifiers = identifiers;
        this.filters = filters;
        this.columns = columns;
        this.words = words;
    }

    /**
     * Makes the page.
     *
     * @param all   the whole list
     * @param forms what else the list may be had as
     */
    CollectionView view(Page page, List<Node> all, List<Representation> forms) {
        CollectionQuery query = page.query();
        InBlocks.whole(dataset, page.things(), thing -> {});
        List<Column> shown = shown(query.kind(), page.things());
        return new CollectionView(
                title(query),
                "/api/" + query.kind().plural(),
                query.kind().about(query.languages()),
                words.number(page.total()),
                query.search().orElse(""),
                sorts(query),
                kept(query),
                chosen(page),
                new Facets(dataset, names, words, filter -> heading(filter.subject(), filter.path()))
                        .of(page, all, narrowing(query)),
                shown.stream()
                        .map(column -> heading(column.name(), column.path()))
                        .toList(),
                page.things().stream().map(thing -> row(thing, shown)).toList(),
                pages(page),
                forms.stream()
                        .filter(form -> form != Representation.HTML)
                        .map(form -> new Link(page.links().as(form.suffix()), Text.plain(form.title())))
                        .toList(),
                Favourites.isCompared(query.kind()) && page.things().size() > 1);
    }

    /** Many of them, where the pages have a word for that. */
    private Text title(CollectionQuery query) {
        Kind kind = query.kind();
        return IN_PLURAL.contains(kind.word()) ? words.text("subject." + kind.word()) : kind.title(query.languages());
    }

    private List<Choice> sorts(CollectionQuery query) {
        List<Choice> choices = new ArrayList<>();
        List<String> keys = new ArrayList<>(CollectionRequest.sorts(filters.values()));
        if (query.search().isPresent()) {
            keys.addFirst(Sort.RELEVANCE);
        }
        for (String key : keys) {
            Filter filter = filters.get(key);
            String heading = filter == null ? words.get("list.sort." + key) : name(filter);
            choices.add(new Choice(key, heading, query.sort().text().equals(key)));
            if (!key.equals(Sort.RELEVANCE)) {
                choices.add(new Choice(
                        "-" + key, heading + " ↓", query.sort().text().equals("-" + key)));
            }
        }
        return choices;
    }

    private static List<Hidden> kept(CollectionQuery query) {
        return query.conditions().stream()
                .flatMap(condition -> condition.values().stream()
                        .map(value -> new Hidden(condition.filter().name(), value)))
                .toList();
    }

    private List<Link> chosen(Page page) {
        return page.query().conditions().stream()
                .map(condition -> new Link(
                        page.links().with(condition.filter().name(), ""),
                        new Text(
                                name(condition.filter())
                                        + Bound.sign(condition.filter().bound())
                                        + condition.values().stream()
                                                .map(this::shownValue)
                                                .collect(Collectors.joining(", ")),
                                words.lang())))
                .toList();
    }

    /** A thing that a filter names is told by its name. */
    private String shownValue(String value) {
        return Identifiers.isAbsoluteIri(value) ? names.apply(NodeFactory.createURI(value)) : value;
    }

    private String name(Filter filter) {
        return heading(filter.subject(), filter.path()).value();
    }

    /** What the list can be narrowed by, what readers of such lists ask for first. */
    private List<Filter> narrowing(CollectionQuery query) {
        Set<String> set = new HashSet<>();
        query.conditions().forEach(condition -> set.add(condition.filter().subject()));
        List<String> first = Favourites.facets(query.kind());
        return filters.values().stream()
                .filter(filter -> filter.type() == FilterType.THING
                        && !filter.spaces().isEmpty()
                        && !DULL.contains(filter.subject())
                        && !set.contains(filter.subject()))
                .sorted(Comparator.comparingInt(filter -> Favourites.place(first, filter.subject())))
                .toList();
    }

    /** The columns that say most about the things of this page. */
    private List<Column> shown(Kind kind, List<Node> things) {
        List<String> first = Favourites.columns(kind);
        Map<Column, Integer> filled = new HashMap<>();
        for (Column column : columns.values()) {
            if (!DULL.contains(column.name())
                    && !ALL_AROUND.contains(column.name())
                    && column.type() != FilterType.WORDS) {
                int count = 0;
                for (Node thing : things) {
                    count += values(thing, column).hasNext() ? 1 : 0;
                }
                if (count > 0) {
                    filled.put(column, count);
                }
            }
        }
        return filled.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Column, Integer> entry) ->
                                Favourites.place(first, entry.getKey().name()))
                        .thenComparing(
                                Map.Entry.<Column, Integer>comparingByValue().reversed())
                        .thenComparing(entry -> entry.getKey().name()))
                .limit(MOST_COLUMNS)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt((Column column) -> Favourites.place(first, column.name()))
                        .thenComparing(Column::name))
                .toList();
    }

    private Iterator<Node> values(Node thing, Column column) {
        return PathEval.eval(graph, thing, column.path(), ARQ.getContext());
    }

    private Row row(Node thing, List<Column> shown) {
        return new Row(
                thing.getURI(),
                new Link(identifiers.href(thing.getURI()), names.text(thing)),
                shown.stream().map(column -> cell(thing, column)).toList());
    }

    private List<Link> cell(Node thing, Column column) {
        List<Node> values = Iter.asStream(values(thing, column))
                .distinct()
                .limit(MOST_IN_CELL + 1L)
                .toList();
        List<Link> links = new ArrayList<>();
        values.stream()
                .limit(MOST_IN_CELL)
                .map(value -> value.isURI()
                        ? new Link(identifiers.href(value.getURI()), names.text(value))
                        : new Link("", Text.plain(value.isLiteral() ? shown(value, column) : "")))
                .forEach(links::add);
        if (values.size() > MOST_IN_CELL) {
            links.add(new Link("", Text.plain("…")));
        }
        return links;
    }

    /** Numbers as the language writes them; years are days, and codes are words. */
    private String shown(Node literal, Column column) {
        String text = literal.getLiteralLexicalForm();
        return column.type() == FilterType.NUMBER && text.matches("[0-9]{4,18}")
                ? words.number(Long.parseLong(text))
                : text;
    }

    private List<Link> pages(Page page) {
        Map<String, String> neighbours = page.links().neighbours();
        boolean several = neighbours.containsKey("next") || neighbours.containsKey("previous");
        return several
                ? neighbours.entrySet().stream()
                        .map(link -> new Link(link.getValue(), words.text("page." + link.getKey())))
                        .toList()
                : List.of();
    }

    /** What a filter or a column is called: by the words of the pages, by its property, or else by its name. */
    private Text heading(String name, Path path) {
        String key = "list.by." + Kinds.dashed(name);
        if (words.has(key)) {
            return words.text(key);
        }
        return path instanceof P_Link link ? names.text(link.getNode()) : new Text(heading(name), "en");
    }

    /** {@code committedBy} or {@code committed-by} as {@code Committed by}. */
    private static String heading(String name) {
        String words = Kinds.dashed(name).replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
