package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** The kinds of things that have a collection: every class of the ontology, every code list, and the code lists themselves. */
final class Kinds {
    private static final String CODE_LIST = "code-list";
    private static final String CODE_LISTS = Urbis.ID + CODE_LIST + "/";

    /** Where the word in IRIs and routes is not made of the name of the class. */
    private static final Map<String, String> WORDS = Map.of(Urbis.LOCAL_GOVERNMENT, "government");

    /** Words of validation reports, of which nothing is published. */
    private static final Set<Node> NOT_PUBLISHED = Set.of(term("Replacement"));

    /** Said here, as the class is not one of ours. */
    private static final Map<String, String> CODE_LIST_LABELS = Map.of(
            "ar", "قائمة رموز",
            "en", "code list",
            "es", "lista de códigos",
            "fr", "liste de codes",
            "ru", "список кодов",
            "zh", "代码表");

    private static final Map<String, String> CODE_LIST_DEFINITIONS = Map.of(
            "ar", "قائمة رموز تؤخذ منها القيم.",
            "en", "A list of codes that values are taken from.",
            "es", "Lista de códigos de la que se toman valores.",
            "fr", "Liste de codes dans laquelle des valeurs sont prises.",
            "ru", "Список кодов, из которого берутся значения.",
            "zh", "供取值使用的代码列表。");

    private final SortedMap<String, Kind> byPlural = new TreeMap<>();

    private Kinds() {}

    /**
     * Finds the kinds in an ontology.
     *
     * @param ontology classes and code lists with their names and definitions
     */
    static Kinds of(Graph ontology) {
        Kinds kinds = new Kinds();
        ontology.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(term -> term.isURI() && term.getURI().startsWith(Urbis.NS) && !NOT_PUBLISHED.contains(term))
                .forEachRemaining(term -> kinds.add(ontology, term, word(term), RDF.type.asNode(), ""));
        ontology.find(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(term -> term.isURI() && term.getURI().startsWith(CODE_LISTS))
                .forEachRemaining(term -> kinds.add(
                        ontology, term, term.getURI().substring(CODE_LISTS.length()), SKOS.inScheme.asNode(), ""));
        Kind lists = new Kind(
                CODE_LIST,
                EnglishPlural.of(CODE_LIST),
                SKOS.ConceptScheme.asNode(),
                RDF.type.asNode(),
                CODE_LISTS,
                List.of(SKOS.ConceptScheme.asNode()),
                CODE_LIST_LABELS,
                CODE_LIST_DEFINITIONS);
        kinds.byPlural.put(lists.plural(), lists);
        return kinds;
    }

    private void add(Graph ontology, Node term, String word, Node membership, String space) {
        Set<Node> classes = new LinkedHashSet<>();
        if (membership.equals(RDF.type.asNode())) {
            collectWider(ontology, term, classes);
        }
        Kind kind = new Kind(
                word,
                EnglishPlural.of(word),
                term,
                membership,
                space,
                new ArrayList<>(classes),
                texts(ontology, term, SKOS.prefLabel.asNode()),
                texts(ontology, term, SKOS.definition.asNode()));
        if (byPlural.put(kind.plural(), kind) != null) {
            throw new IllegalStateException("Two kinds are called " + kind.plural());
        }
    }

    /** What the ontology says of a term, by language. */
    private static Map<String, String> texts(Graph ontology, Node term, Node property) {
        Map<String, String> texts = new HashMap<>();
        ontology.find(term, property, Node.ANY)
                .forEachRemaining(said -> texts.put(
                        said.getObject().getLiteralLanguage(), said.getObject().getLiteralLexicalForm()));
        return texts;
    }

    private static void collectWider(Graph ontology, Node term, Set<Node> classes) {
        if (classes.add(term)) {
            ontology.find(term, RDFS.subClassOf.asNode(), Node.ANY)
                    .forEachRemaining(wider -> collectWider(ontology, wider.getObject(), classes));
        }
    }

    /** {@code FrameworkElement} as {@code framework-element}. */
    private static String word(Node term) {
        String name = term.getURI().substring(Urbis.NS.length());
        return WORDS.getOrDefault(term.getURI(), dashed(name));
    }

    /** A name in camel case as words in lower case with dashes; letters that stand together stay so. */
    static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** All kinds by the name of their collection. */
    Collection<Kind> all() {
        return byPlural.values();
    }

    /** The names of all collections. */
    Set<String> names() {
        return byPlural.keySet();
    }

    /** The kind whose collection has a name; empty if none has. */
    Optional<Kind> find(String plural) {
        return Optional.ofNullable(byPlural.get(plural));
    }

    /** The narrowest kind among those of some classes; empty if none of them is a kind. */
    Optional<Kind> narrowest(Collection<Node> classes) {
        return all().stream()
                .filter(kind -> classes.contains(kind.term()))
                .max(Comparator.comparingInt((Kind kind) -> kind.classes().size())
                        .thenComparing(Kind::word));
    }

    /** What stands for a term of the ontology by its name alone. */
    static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }
}
