package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.document.DocumentContext;
import org.w3id.urbis.endpoint.document.Member;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.InBlocks;

/**
 * A page of a collection as JSON-LD: a {@code hydra:Collection} whose items are the documents of things.
 *
 * @see <a href="https://www.hydra-cg.com/spec/latest/core/#collections">Hydra, collections</a>
 */
final class PageJson {
    /** Always there, whichever fields are asked for. */
    private static final Set<String> ALWAYS = Set.of("id", "type");

    private final Site site;

    PageJson(Site site) {
        this.site = site;
    }

    /** What the members of a collection mean. */
    static List<String> contexts(String origin) {
        return List.of(origin + "/" + DocumentContext.PATH, origin + "/" + DocumentContext.OF_COLLECTIONS);
    }

    /**
     * Makes the document. To be called in a transaction.
     *
     * @param origin address of this server
     * @throws ProblemException if a field that is wanted is no member of documents
     */
    Map<String, Object> document(Page page, DatasetGraph dataset, String origin) {
        Set<String> fields = fields(page.query());
        ItemReader reader = new ItemReader(dataset, site.identifiers(), wanted(fields));
        List<Object> items = new ArrayList<>();
        InBlocks.whole(dataset, page.things(), thing -> {
            Map<String, Object> item = site.framer().item(reader.read(thing));
            if (!fields.isEmpty()) {
                item.keySet().retainAll(fields);
            }
            items.add(item);
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", contexts(origin));
        document.put("id", page.links().collection());
        document.put("type", List.of("Collection"));
        document.put("totalItems", page.total());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", page.links().self());
        view.put("type", List.of("PartialCollectionView"));
        view.putAll(page.links().neighbours());
        document.put("view", view);
        document.put("items", items);
        return document;
    }

    private Set<String> fields(CollectionQuery query) {
        for (String field : query.fields()) {
            if (!ALWAYS.contains(field) && site.context().named(field).isEmpty()) {
                Set<String> known = new TreeSet<>(site.context().members().keySet());
                throw Problem.parameter(
                                CollectionRequest.FIELDS,
                                "Documents have no member \"" + field + "\"." + FilterReading.meant(field, known))
                        .with("available", List.copyOf(known))
                        .exception();
            }
        }
        Set<String> fields = new HashSet<>(query.fields());
        if (!fields.isEmpty()) {
            fields.addAll(ALWAYS);
        }
        return fields;
    }

    private Predicate<Node> wanted(Set<String> fields) {
        if (fields.isEmpty()) {
            return ItemReader::isUsual;
        }
        Set<Node> properties = new HashSet<>();
        fields.forEach(
                field -> site.context().named(field).map(Member::property).ifPresent(properties::add));
        properties.add(Terms.TYPE);
        return properties::contains;
    }
}
