package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.ontology.Urbis;

/** The classes of the ontology by subject, with the properties that their members have most; in a reader's language. */
final class OntologyTerms {
    private static final int MOST_CLASSES = 1000;
    private static final int MOST_PROPERTIES = 5;
    /** Of the members of a class so many tell what its properties lead to. */
    private static final int LOOKED_AT = 30;
    /** What all things have, or what tells of the source more than of the thing. */
    private static final Set<Node> DULL = Set.of(Terms.CITATION, NodeFactory.createURI(Urbis.NS + "notStated"));

    private final TermGraph graph;
    private final Counted counted;
    private final Neighbours neighbours;

    OntologyTerms(TermGraph graph) {
        this.graph = graph;
        this.counted = new Counted(graph);
        this.neighbours = new Neighbours(graph);
    }

    /**
     * A subject.
     *
     * @param name   of the subject
     * @param anchor on the page of all terms
     * @param types  its classes, narrower ones after those that they are kinds of
     */
    record Subject(String name, String anchor, List<Type> types) {}

    /**
     * A class.
     *
     * @param term       its IRI
     * @param link       its name and page
     * @param number     of members, for people; empty if there are none
     * @param depth      how many classes of the subject it is below
     * @param definition what it means
     * @param broader    the class of the subject that it is a kind of
     * @param properties what its members have most, without what those of the broader class have
     */
    record Type(
            Node term,
            Link link,
            String number,
            int depth,
            Optional<Text> definition,
            Optional<Link> broader,
            List<Property> properties) {}

    /**
     * A property.
     *
     * @param link   its name and page
     * @param target what it leads to, if that is a class of ours
     */
    record Property(Link link, Optional<Target> target) {
        /** A class that a property leads to. */
        record Target(Node term, Link link) {}
    }

    /** All subjects that have classes, in the order of {@link TermSubjects#ALL}. */
    List<Subject> subjects() {
        Map<String, List<Node>> bySubject = new HashMap<>();
        graph.subjects(RDF.type.asNode(), OWL.Class.asNode(), MOST_CLASSES).stream()
                .filter(TermGraph::isOfOntology)
                .filter(term -> graph.objects(term, OWL2.deprecated.asNode()).isEmpty())
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(term -> bySubject
                        .computeIfAbsent(TermSubjects.of(term.getURI()), any -> new ArrayList<>())
                        .add(term));
        return TermSubjects.ALL.stream()
                .filter(bySubject::containsKey)
                .map(subject -> new Subject(
                        graph.words().get("documentation.subject." + subject),
                        "about-" + subject,
                        types(bySubject.get(subject))))
                .toList();
    }

    private List<Type> types(List<Node> terms) {
        List<Type> types = new ArrayList<>();
        terms.stream()
                .filter(term -> broaderAmong(term, terms).isEmpty())
                .sorted(Comparator.comparingLong(counted::members).reversed())
                .forEach(term -> collect(term, terms, 0, Set.of(), types));
        return types;
    }

    private Optional<Node> broaderAmong(Node term, List<Node> terms) {
        return graph.broader(term).stream().filter(terms::contains).findFirst();
    }

    private void collect(Node term, List<Node> terms, int depth, Set<Node> told, List<Type> types) {
        List<Node> properties = counted.propertiesOf(term).keySet().stream()
                .filter(property ->
                        TermGraph.isOfOntology(property) && !DULL.contains(property) && !told.contains(property))
                .limit(MOST_PROPERTIES)
                .toList();
        long members = counted.members(term);
        types.add(new Type(
                term,
                graph.link(term),
                members == 0 ? "" : graph.words().number(members),
                depth,
                graph.best(graph.objects(term, Terms.DEFINITION)),
                broaderAmong(term, terms).map(graph::link),
                properties(term, properties)));
        Set<Node> below = new HashSet<>(told);
        below.addAll(properties);
        terms.stream()
                .filter(other -> broaderAmong(other, terms).filter(term::equals).isPresent())
                .forEach(other -> collect(other, terms, depth + 1, below, types));
    }

    private List<Property> properties(Node type, List<Node> properties) {
        List<Node> members = neighbours.members(type).stream().limit(LOOKED_AT).toList();
        return properties.stream()
                .map(property -> new Property(
                        graph.link(property),
                        neighbours.leadsTo(members, property).stream()
                                .limit(1)
                                .filter(sort -> TermGraph.isOfOntology(sort) && graph.isClass(sort))
                                .map(sort -> new Property.Target(sort, graph.link(sort)))
                                .findFirst()))
                .toList();
    }
}
