package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.ontology.Urbis;

/** One revision read for the sake of its terms, in a reader's language; inside a transaction of the caller's. */
final class TermGraph {
    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final Languages languages;
    private final DescriptionReader reader;

    TermGraph(DatasetGraph dataset, Identifiers identifiers, Languages languages) {
        this.dataset = dataset;
        this.identifiers = identifiers;
        this.languages = languages;
        this.reader = new DescriptionReader(dataset, identifiers);
    }

    Words words() {
        return Words.of(languages.first());
    }

    Identifiers identifiers() {
        return identifiers;
    }

    /** A graph of the program's own. */
    Node graph(String name) {
        return NodeFactory.createURI(identifiers.baseIri() + "graph/" + name);
    }

    static boolean isOfOntology(Node node) {
        return node.isURI() && node.getURI().startsWith(Urbis.NS);
    }

    static boolean isShape(Node node) {
        return node.isURI() && node.getURI().startsWith(Urbis.SHAPES);
    }

    boolean isClass(Node term) {
        return has(term, RDF.type.asNode(), OWL.Class.asNode());
    }

    boolean isProperty(Node term) {
        return has(term, RDF.type.asNode(), OWL.ObjectProperty.asNode())
                || has(term, RDF.type.asNode(), OWL.DatatypeProperty.asNode());
    }

    boolean has(Node subject, Node property, Node object) {
        return dataset.contains(Node.ANY, subject, property, object);
    }

    List<Node> objects(Node subject, Node property) {
        return Iter.asStream(dataset.find(Node.ANY, subject, property, Node.ANY))
                .map(Quad::getObject)
                .distinct()
                .toList();
    }

    Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().min(Comparator.comparing(Node::toString));
    }

    /** Subjects in the order of the index, as many as are wanted at most. */
    List<Node> subjects(Node property, Node object, int most) {
        return Iter.asStream(dataset.find(Node.ANY, Node.ANY, property, object))
                .map(Quad::getSubject)
                .distinct()
                .limit(most)
                .toList();
    }

    /** Statements with a property, whoever's, as many as are wanted at most. */
    List<Quad> statements(Node subject, Node property, Node object, int most) {
        return Iter.asStream(dataset.find(Node.ANY, subject, property, object))
                .limit(most)
                .toList();
    }

    /** Broader classes that the ontology states of a class, without those of others. */
    List<Node> broader(Node type) {
        return Iter.asStream(dataset.find(graph("ontology"), type, RDFS.subClassOf.asNode(), Node.ANY))
                .map(Quad::getObject)
                .filter(TermGraph::isOfOntology)
                .distinct()
                .toList();
    }

    List<Node> narrower(Node type) {
        return Iter.asStream(dataset.find(graph("ontology"), Node.ANY, RDFS.subClassOf.asNode(), type))
                .map(Quad::getSubject)
                .filter(TermGraph::isOfOntology)
                .distinct()
                .toList();
    }

    /** What a value is: the classes that a source states, the list that a code is of, or the datatype of a literal. */
    List<Node> sorts(Node value) {
        if (value.isLiteral()) {
            return List.of(NodeFactory.createURI(value.getLiteralDatatypeURI()));
        }
        List<Quad> types = statements(value, Terms.TYPE, Node.ANY, 50).stream()
                .filter(quad -> isOfOntology(quad.getObject()))
                .toList();
        Set<Node> stated = types.stream()
                .filter(quad -> !quad.getGraph().equals(Terms.INFERRED))
                .map(Quad::getObject)
                .collect(Collectors.toSet());
        if (!stated.isEmpty()) {
            return narrowest(stated);
        }
        if (!types.isEmpty()) {
            return narrowest(types.stream().map(Quad::getObject).collect(Collectors.toSet()));
        }
        List<Node> lists = objects(value, SKOS.inScheme.asNode());
        return lists.isEmpty() ? List.of() : lists.subList(0, 1);
    }

    /** Of several classes those that no other is narrower than. */
    private List<Node> narrowest(Set<Node> types) {
        List<Node> narrowest = new ArrayList<>(types);
        types.forEach(type -> narrowest.removeAll(allBroader(type)));
        narrowest.sort(Comparator.comparing(Node::toString));
        return narrowest;
    }

    /** All broader classes of ours, the nearest first; the class itself is none. */
    List<Node> allBroader(Node type) {
        List<Node> found = new ArrayList<>(broader(type));
        for (int i = 0; i < found.size(); i++) {
            broader(found.get(i)).stream().filter(next -> !found.contains(next)).forEach(found::add);
        }
        found.remove(type);
        return found;
    }

    Text name(Node node) {
        return new Wording(Map.of(node, reader.names(node)), identifiers, languages).name(node);
    }

    /** A node and where it is described by itself. */
    Link link(Node node) {
        if (!node.isURI()) {
            return new Link("", node.isLiteral() ? name(node) : Text.plain(""));
        }
        if (isDatatype(node)) {
            return new Link("", name(node));
        }
        boolean term = isOfOntology(node) || isShape(node);
        return new Link(term ? Identifiers.resourceHref(node.getURI()) : identifiers.href(node.getURI()), name(node));
    }

    /** What the graph need not describe, and most do not. */
    private static boolean isDatatype(Node node) {
        return node.getURI().startsWith(XSD.NS) || node.getURI().startsWith(RDF.getURI());
    }

    /** Of texts in several languages the one that suits the reader best. */
    Optional<Text> best(List<Node> texts) {
        return texts.stream()
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node text) -> languages.rank(text.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(text -> new Text(text.getLiteralLexicalForm(), text.getLiteralLanguage()));
    }
}
