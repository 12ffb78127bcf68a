package org.w3id.urbis.endpoint.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.loader.publication.Revision;

/**
 * Revisions as versions of a dataset, by DCAT 3, once as JSON-LD and once as a graph that says the same.
 *
 * @param baseIri what the IRIs of revisions begin with
 */
record RevisionDocument(String baseIri) {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String HAS_VERSION = DCAT.NS + "hasVersion";
    private static final String HAS_CURRENT_VERSION = DCAT.NS + "hasCurrentVersion";
    private static final String PREVIOUS_VERSION = DCAT.NS + "previousVersion";
    private static final String IS_VERSION_OF = DCAT.NS + "isVersionOf";
    private static final String VERSION = DCAT.NS + "version";
    private static final String TRIPLES = VOID + "triples";
    private static final String SUBSET = VOID + "subset";

    private static final Map<String, Object> CONTEXT = context();

    private static Map<String, Object> context() {
        String xsd = "http://www.w3.org/2001/XMLSchema#";
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("id", "@id");
        context.put("type", "@type");
        context.put("Dataset", DCAT.Dataset.getURI());
        context.put("title", Map.of("@id", DCTerms.title.getURI(), "@language", "en"));
        context.put("number", Map.of("@id", VERSION, "@type", xsd + "integer"));
        context.put("hash", DCTerms.identifier.getURI());
        context.put("created", Map.of("@id", DCTerms.issued.getURI(), "@type", xsd + "dateTime"));
        context.put("statements", Map.of("@id", TRIPLES, "@type", xsd + "integer"));
        context.put("isVersionOf", Map.of("@id", IS_VERSION_OF, "@type", "@id"));
        context.put("parent", Map.of("@id", PREVIOUS_VERSION, "@type", "@id"));
        context.put("graphs", SUBSET);
        context.put("current", Map.of("@id", HAS_CURRENT_VERSION, "@type", "@id"));
        context.put("revisions", HAS_VERSION);
        return context;
    }

    /** The IRI of what they are revisions of. */
    private String dataset() {
        return new Identifiers(baseIri).dataset().getURI();
    }

    /** The IRI of a revision. */
    String iri(long number) {
        return baseIri + "revisions/" + number;
    }

    Map<String, Object> json(RevisionHistory history) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", CONTEXT);
        json.put("id", dataset());
        json.put("type", "Dataset");
        json.put("current", iri(history.current()));
        json.put("revisions", history.kept().stream().map(this::summary).toList());
        return json;
    }

    Map<String, Object> json(Revision revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", CONTEXT);
        json.putAll(summary(revision));
        List<Map<String, Object>> graphs = new ArrayList<>();
        revision.graphs().forEach((graph, statements) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", graph);
            one.put("statements", statements);
            graphs.add(one);
        });
        json.put("graphs", graphs);
        return json;
    }

    private Map<String, Object> summary(Revision revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", iri(revision.number()));
        json.put("type", "Dataset");
        json.put("title", title(revision));
        json.put("number", revision.number());
        json.put("hash", revision.hash());
        json.put("created", revision.created().toString());
        json.put("statements", revision.quads());
        json.put("isVersionOf", dataset());
        revision.parent().ifPresent(parent -> json.put("parent", iri(parent)));
        return json;
    }

    Graph graph(RevisionHistory history) {
        Graph graph = empty();
        Node dataset = node(dataset());
        graph.add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
        graph.add(dataset, node(HAS_CURRENT_VERSION), node(iri(history.current())));
        for (Revision revision : history.kept()) {
            graph.add(dataset, node(HAS_VERSION), node(iri(revision.number())));
            add(graph, revision);
        }
        return graph;
    }

    Graph graph(Revision revision) {
        Graph graph = empty();
        add(graph, revision);
        revision.graphs().forEach((name, statements) -> {
            graph.add(node(iri(revision.number())), node(SUBSET), node(name));
            graph.add(node(name), node(TRIPLES), integer(statements));
        });
        return graph;
    }

    private void add(Graph graph, Revision revision) {
        Node node = node(iri(revision.number()));
        graph.add(node, RDF.type.asNode(), DCAT.Dataset.asNode());
        graph.add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title(revision), "en"));
        graph.add(node, node(VERSION), integer(revision.number()));
        graph.add(node, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(revision.hash()));
        graph.add(
                node,
                DCTerms.issued.asNode(),
                NodeFactory.createLiteralDT(revision.created().toString(), XSDDatatype.XSDdateTime));
        graph.add(node, node(TRIPLES), integer(revision.quads()));
        graph.add(node, node(IS_VERSION_OF), node(dataset()));
        revision.parent().ifPresent(parent -> graph.add(node, node(PREVIOUS_VERSION), node(iri(parent))));
    }

    private static String title(Revision revision) {
        return "Revision " + revision.number();
    }

    private static Graph empty() {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping()
                .setNsPrefix("dcat", DCAT.NS)
                .setNsPrefix("dct", DCTerms.NS)
                .setNsPrefix("void", VOID)
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        return graph;
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node integer(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
