package org.w3id.urbis.shapes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * What words there are: the terms of the ontology, the values of the code lists, the elements of frameworks, the areas.
 *
 * <p>RDF takes any IRI without a word, and a query with a misspelt term answers nothing. So whatever is written in the
 * namespaces that are ours to list must be listed. These are the ontology's own namespace, the namespace of each code
 * list, {@code https://w3id.org/urbis/framework/} and {@code http://metadata.un.org/sdg/}.
 */
public final class Vocabulary {

    /** Where the shipped ontology lies on the classpath. */
    static final String FOLDER = "urbis/ontology";

    /** What the build calls the shipped ontology, packed. */
    static final String PACK = "ontology";

    private static final String TERMS = "https://w3id.org/urbis/ontology#";
    private static final String CODE_LISTS = "https://w3id.org/urbis/id/code-list/";
    private static final List<Node> PROPERTIES = List.of(
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode(),
            RDF.Property.asNode());
    private static final List<String> ELEMENTS =
            List.of("https://w3id.org/urbis/framework/", "http://metadata.un.org/sdg/");

    private final Graph graph;
    private final ShortNames names;
    private final Set<String> codeLists = new HashSet<>();
    private Map<String, Set<String>> namesByNamespace;
    private LabelIndex labels;

    /**
     * Takes the words from a graph.
     *
     * @param graph terms, code lists, frameworks and areas; kept, not copied, and not to be changed afterwards
     */
    public Vocabulary(Graph graph) {
        this.graph = graph;
        this.names = new ShortNames(graph);
        Node inScheme = SKOS.inScheme.asNode();
        graph.find(Node.ANY, inScheme, Node.ANY)
                .filterKeep(t -> t.getSubject().isURI() && isCodeList(t.getObject()))
                .forEachRemaining(t -> codeLists.add(namespace(t.getSubject().getURI())));
    }

    /**
     * Reads the ontology that is shipped: every Turtle file below {@code urbis/ontology} on the classpath.
     *
     * @return the words of the shipped ontology, with the prefixes that its files declare
     * @throws UnreadableShapesException if a file is no Turtle
     */
    public static Vocabulary shipped() {
        ResourceFolder folder = ResourceFolder.beside(ResourceFolder.class, FOLDER);
        return new Vocabulary(TurtleFiles.read(PACK, folder, folder.names(".ttl")));
    }

    /**
     * Returns everything the words were taken from.
     *
     * @return terms, code lists, frameworks and areas, with prefixes; not to be changed
     */
    public Graph graph() {
        return graph;
    }

    /**
     * Tells whether an IRI lies in a namespace of which every member must be listed.
     *
     * @param iri any IRI
     * @return true for terms, codes, framework elements and areas, known or not
     */
    public boolean isListed(String iri) {
        return iri.startsWith(TERMS) || isElement(iri) || codeLists.contains(namespace(iri));
    }

    private static boolean isElement(String iri) {
        for (String elements : ELEMENTS) {
            if (iri.startsWith(elements)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a term is one of the ontology's own, which only the ontology can declare.
     *
     * @param iri any IRI
     * @return true if it lies in the ontology's namespace, declared or not
     */
    public boolean isTerm(String iri) {
        return iri.startsWith(TERMS);
    }

    /**
     * Tells whether an IRI is known: a term if it is declared, anything else also if something known points to it, such
     * as the classes by which the UN types its goals.
     *
     * @param iri any IRI
     * @return true if it may be used
     */
    public boolean knows(String iri) {
        Node node = NodeFactory.createURI(iri);
        return graph.contains(node, Node.ANY, Node.ANY) || !isTerm(iri) && graph.contains(Node.ANY, Node.ANY, node);
    }

    /**
     * Tells whether a term is declared as a class.
     *
     * @param iri any IRI
     * @return true if it is
     */
    public boolean isClass(String iri) {
        return graph.contains(NodeFactory.createURI(iri), RDF.Nodes.type, OWL.Class.asNode());
    }

    /**
     * Tells whether a term is declared as a property.
     *
     * @param iri any IRI
     * @return true if it is, of whatever kind
     */
    public boolean isProperty(String iri) {
        Node term = NodeFactory.createURI(iri);
        return PROPERTIES.stream().anyMatch(kind -> graph.contains(term, RDF.Nodes.type, kind));
    }

    /**
     * Returns what a known thing is called.
     *
     * @param iri any IRI
     * @return language tag to preferred label; empty if it has none
     */
    public Map<String, String> labels(String iri) {
        Map<String, String> labels = new TreeMap<>();
        graph.find(NodeFactory.createURI(iri), SKOS.prefLabel.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .forEachRemaining(
                        label -> labels.putIfAbsent(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
        return labels;
    }

    /**
     * Finds the known words that an unknown one was probably meant to be.
     *
     * @param iri an IRI for which {@link #isListed} holds
     * @return the nearest known IRIs, up to three; empty if none is near
     */
    public List<String> nearest(String iri) {
        String namespace = namespace(iri);
        Predicate<String> beside = other -> namespace(other).equals(namespace);
        String name = name(iri).replace("%20", " ");
        List<String> spelt = spelt(iri);
        List<String> called = labels().exactly(name, beside);
        if (called.isEmpty()) {
            return spelt.isEmpty() ? labels().nearly(name, beside) : spelt;
        }
        List<String> both = called.stream().filter(spelt::contains).toList();
        return both.isEmpty() ? called : both;
    }

    /**
     * Finds the known things that are called so, or nearly so, in any language.
     *
     * @param name a name as somebody writes it: a label, a code such as that of ISO 3166, the last part of an IRI
     * @param fits which IRIs may be meant
     * @return their IRIs, up to three; empty if nothing known is called nearly so, or too much is
     */
    public List<String> called(String name, Predicate<String> fits) {
        List<String> called = labels().exactly(name, fits);
        return called.isEmpty() ? labels().nearly(name, fits) : called;
    }

    /**
     * Tells whether a known thing is called so, but for case, accents and marks.
     *
     * @param iri  its IRI
     * @param name a name as somebody writes it
     * @return true if it is, in any language or by a code
     */
    public boolean isCalled(String iri, String name) {
        return !labels().exactly(name.replace("%20", " "), iri::equals).isEmpty();
    }

    /** Collected when the first name is in doubt. */
    private synchronized LabelIndex labels() {
        if (labels == null) {
            labels = new LabelIndex(graph, this::isListed);
        }
        return labels;
    }

    private List<String> spelt(String iri) {
        String namespace = namespace(iri);
        if (namesByNamespace().containsKey(namespace)) {
            return nearest(namespace, name(iri));
        }
        return Spelling.nearest(namespace, namesByNamespace().keySet()).stream()
                .flatMap(near -> nearest(near, name(iri)).stream())
                .limit(3)
                .toList();
    }

    private List<String> nearest(String namespace, String name) {
        Set<String> known = namesByNamespace().get(namespace);
        // Codes such as those of M49 are numbers with leading zeros, which spreadsheets drop.
        List<String> sameNumber = known.stream()
                .filter(other -> withoutZeros(other).equals(withoutZeros(name)))
                .toList();
        return (sameNumber.isEmpty() ? Spelling.nearest(name, known) : sameNumber)
                .stream().map(namespace::concat).toList();
    }

    /** Collected when the first word is in doubt. */
    private synchronized Map<String, Set<String>> namesByNamespace() {
        if (namesByNamespace == null) {
            namesByNamespace = new TreeMap<>();
            graph.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).forEachRemaining(subject -> {
                String iri = subject.getURI();
                if (isListed(iri)) {
                    namesByNamespace
                            .computeIfAbsent(namespace(iri), n -> new TreeSet<>())
                            .add(name(iri));
                }
            });
        }
        return namesByNamespace;
    }

    private static String withoutZeros(String name) {
        return name.matches("[0-9]+") ? name.replaceFirst("^0+(?=.)", "") : name;
    }

    /**
     * Returns how to show IRIs.
     *
     * @return names by the vocabulary's prefixes
     */
    public ShortNames names() {
        return names;
    }

    private static boolean isCodeList(Node scheme) {
        return scheme.isURI() && scheme.getURI().startsWith(CODE_LISTS);
    }

    private static String namespace(String iri) {
        return iri.substring(0, cut(iri));
    }

    private static String name(String iri) {
        return lastPart(iri);
    }

    /**
     * Returns the part of an IRI that names one thing among others.
     *
     * @param iri any IRI
     * @return what follows its last "#" or "/"; empty if nothing does
     */
    public static String lastPart(String iri) {
        return iri.substring(cut(iri));
    }

    private static int cut(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }
}
