package org.w3id.urbis.endpoint.vocabulary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.DiagramView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.OntologyView;
import org.w3id.urbis.endpoint.page.ShapeView;
import org.w3id.urbis.endpoint.page.TermView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.ontology.Urbis;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.QuestionWords;

/** Explains a term of the ontology or a shape from what the graph holds, the shapes demand and the catalogue asks. */
public final class TermGuide {
    private static final int MOST_DRAWN = 8;
    private static final int MOST_EXAMPLES = 6;
    private static final int MOST_LED_TO = 3;

    private final Identifiers identifiers;
    private final QuestionTerms questions;
    private final ShapeExamples examples = new ShapeExamples();

    /** Prepares to explain with the questions of a catalogue. */
    public TermGuide(Identifiers identifiers, QueryCatalogue catalogue) {
        this.identifiers = identifiers;
        this.questions = new QuestionTerms(catalogue);
    }

    /**
     * Explains.
     *
     * @param dataset a revision, in a transaction of the caller's
     * @param term    an IRI
     * @return empty if it is no class or property of the ontology and no shape
     */
    public Optional<TermView> of(DatasetGraph dataset, Node term, Languages languages) {
        TermGraph graph = new TermGraph(dataset, identifiers, languages);
        if (TermGraph.isShape(term)) {
            return shape(graph, term);
        }
        if (!TermGraph.isOfOntology(term)) {
            return Optional.empty();
        }
        if (graph.isClass(term)) {
            return Optional.of(ofClass(graph, term));
        }
        return graph.isProperty(term) ? Optional.of(ofProperty(graph, term)) : Optional.empty();
    }

    /** All shapes of things, without examples. */
    public List<ShapeView> shapes(DatasetGraph dataset, Languages languages) {
        ShapeGuide guide = new ShapeGuide(new TermGraph(dataset, identifiers, languages));
        return guide.all().stream().map(guide::view).toList();
    }

    /** The whole ontology in one drawing. */
    public OntologyView ontology(DatasetGraph dataset, Languages languages) {
        TermGraph graph = new TermGraph(dataset, identifiers, languages);
        return OntologyLayout.of(
                graph.words().get("documentation.part.diagram"),
                new OntologyTerms(graph).subjects(),
                graph.words().dir().equals("rtl"));
    }

    private Optional<TermView> shape(TermGraph graph, Node term) {
        ShapeGuide guide = new ShapeGuide(graph);
        Node shape = guide.owner(term);
        if (!guide.isShapeOfThings(shape)) {
            return Optional.empty();
        }
        String name = Identifiers.localName(shape.getURI());
        ShapeView view = guide.view(shape, examples.valid(name), examples.invalid(name));
        return Optional.of(
                new TermView("", List.of(), List.of(), "", List.of(), List.of(), List.of(), "", List.of(view)));
    }

    private TermView ofClass(TermGraph graph, Node type) {
        Words words = graph.words();
        Counted counted = new Counted(graph);
        Neighbours neighbours = new Neighbours(graph);
        List<Node> members = neighbours.members(type).stream()
                .sorted(Comparator.comparing((Node member) -> identifiers.isGenerated(member.getURI())))
                .toList();
        List<TermView.Use> uses = new ArrayList<>();
        List<DiagramLayout.Neighbour> behind = new ArrayList<>();
        for (Map.Entry<Node, Long> property : counted.propertiesOf(type).entrySet()) {
            List<Node> ledTo = neighbours.leadsTo(members, property.getKey());
            uses.add(use(graph, property.getKey(), property.getValue(), ledTo));
            ledTo.stream()
                    .filter(sort -> TermGraph.isOfOntology(sort) && behind.size() < MOST_DRAWN)
                    // All things have citations; drawn, they would hide what is special about these.
                    .filter(sort -> !property.getKey().equals(Terms.CITATION))
                    .findFirst()
                    .ifPresent(sort -> behind.add(new DiagramLayout.Neighbour(
                            graph.link(sort), "", Optional.of(graph.link(property.getKey())))));
        }
        List<DiagramLayout.Neighbour> before = neighbours.leadingTo(members).stream()
                .limit(MOST_DRAWN)
                .map(incoming -> new DiagramLayout.Neighbour(
                        graph.link(incoming.from()), "", Optional.of(graph.link(incoming.property()))))
                .toList();
        long number = counted.members(type);
        return new TermView(
                words.get("documentation.term.members", words.number(number)),
                List.of(drawn(graph, type, words.number(number), before, behind)),
                uses,
                "documentation.term.properties",
                members.stream()
                        .limit(MOST_EXAMPLES)
                        .map(member -> new TermView.Example(graph.link(member), List.of()))
                        .toList(),
                new ShapeGuide(graph).forClass(type),
                asked(type, graph),
                members.isEmpty() ? "" : workbench(instances(type)),
                List.of());
    }

    private TermView ofProperty(TermGraph graph, Node property) {
        Words words = graph.words();
        Counted counted = new Counted(graph);
        List<Node> ledTo = new Neighbours(graph).leadsTo(property);
        Map<Node, Long> classes = counted.classesWith(property);
        List<DiagramLayout.Neighbour> before = classes.entrySet().stream()
                .limit(MOST_DRAWN)
                .map(entry -> new DiagramLayout.Neighbour(
                        graph.link(entry.getKey()), words.number(entry.getValue()), Optional.empty()))
                .toList();
        List<DiagramLayout.Neighbour> behind = ledTo.stream()
                .limit(MOST_DRAWN)
                .map(sort -> new DiagramLayout.Neighbour(graph.link(sort), "", Optional.empty()))
                .toList();
        long number = counted.statements(property);
        List<TermView.Example> examples = graph.statements(Node.ANY, property, Node.ANY, 500).stream()
                .filter(quad -> !identifiers.isGenerated(quad.getSubject().getURI()))
                .map(quad -> example(graph, quad))
                .distinct()
                .limit(MOST_EXAMPLES)
                .toList();
        return new TermView(
                words.get("documentation.term.statements", words.number(number)),
                number == 0 ? List.of() : List.of(drawn(graph, property, words.number(number), before, behind)),
                classes.entrySet().stream()
                        .map(entry -> use(graph, entry.getKey(), entry.getValue(), ledTo))
                        .toList(),
                "documentation.term.classes",
                examples,
                new ShapeGuide(graph).forProperty(property),
                asked(property, graph),
                number == 0 ? "" : workbench(statements(property)),
                List.of());
    }

    private static TermView.Example example(TermGraph graph, Quad quad) {
        return new TermView.Example(graph.link(quad.getSubject()), List.of(graph.link(quad.getObject())));
    }

    private static TermView.Use use(TermGraph graph, Node term, long number, List<Node> ledTo) {
        return new TermView.Use(
                graph.link(term),
                graph.words().number(number),
                ledTo.stream().limit(MOST_LED_TO).map(graph::link).toList());
    }

    private static DiagramView drawn(
            TermGraph graph,
            Node term,
            String number,
            List<DiagramLayout.Neighbour> before,
            List<DiagramLayout.Neighbour> behind) {
        Text name = graph.name(term);
        DiagramLayout.Drawn drawn = new DiagramLayout.Drawn(
                graph.words().get("documentation.term.drawn", name.value()),
                new DiagramLayout.Neighbour(graph.link(term), number, Optional.empty()),
                before,
                behind,
                graph.isClass(term)
                        ? graph.broader(term).stream().map(graph::link).toList()
                        : List.of(),
                graph.isClass(term)
                        ? graph.narrower(term).stream().map(graph::link).toList()
                        : List.of());
        return DiagramLayout.of(drawn, graph.words().dir().equals("rtl"));
    }

    private List<Link> asked(Node term, TermGraph graph) {
        QuestionWords words = QuestionWords.of(graph.words().lang());
        return questions.using(term).stream()
                .map(query -> new Link("/queries/" + query.name(), text(words, query)))
                .toList();
    }

    private static Text text(QuestionWords words, CatalogueQuery query) {
        return new Text(words.question(query).text(), words.question(query).lang());
    }

    private static String workbench(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&view=table";
    }

    private static String instances(Node type) {
        return """
            PREFIX urbis: <%s>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

            SELECT DISTINCT ?thing ?name WHERE {
              ?thing a %s .
              OPTIONAL { ?thing skos:prefLabel ?name FILTER (lang(?name) IN ("", "en")) }
            }
            ORDER BY ?name
            LIMIT 100
            """.formatted(Urbis.NS, shortly(type));
    }

    private static String statements(Node property) {
        return """
            PREFIX urbis: <%s>

            SELECT ?thing ?value WHERE {
              ?thing %s ?value .
            }
            LIMIT 100
            """.formatted(Urbis.NS, shortly(property));
    }

    private static String shortly(Node term) {
        return "urbis:" + Identifiers.localName(term.getURI());
    }
}
