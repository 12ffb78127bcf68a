package org.w3id.urbis.loader.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.ontology.ResourceFolder;

/** Turns the {@code source.ttl} of one folder into a {@link Source}, and says what is missing in it. */
final class SourceReading {

    /** Files that a source folder may hold without a graph being read from them. */
    private static final Set<String> NOT_DATA = Set.of("source.ttl", "expected.nq");

    /** What shows, in a few rows written by hand, what a mapping makes. */
    private static final Pattern SAMPLE = Pattern.compile("sample(-[^/]*)?\\.[a-z]+");

    private static final Set<String> RESERVED =
            Set.of("ontology", "shapes", "framework", "area", "catalogue", "inferred", "submission");

    private final ResourceFolder root;
    private final String id;
    private final String base;
    private final Description description;
    private final Set<String> names;

    SourceReading(ResourceFolder root, String id, String base) {
        this.root = root;
        this.id = id;
        this.base = base;
        this.description = Description.read(file("source.ttl"), base);
        this.names = new TreeSet<>();
        root.names().stream()
                .filter(name -> name.startsWith(id + "/"))
                .map(name -> name.substring(id.length() + 1))
                .forEach(names::add);
    }

    List<Fault> faults() {
        return description.faults();
    }

    /** Reads the description; empty if it is too faulty to be of use, with faults that say why. */
    Optional<Source> read() {
        if (!description.faults().isEmpty()) {
            return Optional.empty();
        }
        Node iri = iri();
        if (RESERVED.contains(id)) {
            description.fault(
                    iri, "No source can be called " + id + ": graphs of the program itself are named like that.");
            return Optional.empty();
        }
        List<Node> described = description.subjectsOf(RDF.Nodes.type, term("Source"));
        if (!described.equals(List.of(iri))) {
            description.fault(
                    described.isEmpty() ? iri : described.getFirst(),
                    "The folder " + id + " must describe exactly one urbis:Source, <" + iri.getURI() + ">.");
            return Optional.empty();
        }
        List<SourceGraph> graphs = graphs(iri);
        Optional<String> title = title(iri);
        if (description.faults().isEmpty()) {
            refuseForgottenFiles(graphs);
        }
        if (!description.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Source(
                id,
                iri,
                title.orElse(id),
                description.one(iri, DCTerms.publisher.asNode()),
                description.one(iri, DCTerms.license.asNode()),
                description.one(iri, DCAT.downloadURL.asNode()).map(SourceReading::text),
                file("source.ttl"),
                graphs));
    }

    private List<SourceGraph> graphs(Node source) {
        List<SourceGraph> graphs = new ArrayList<>();
        for (Triple link : description.statements(source, term("hasGraph"))) {
            graph(link).ifPresent(graphs::add);
        }
        for (Node graph : description.subjectsOf(RDF.Nodes.type, term("SourceGraph"))) {
            if (!graph.isURI()) {
                description.fault(graph, "A graph needs an IRI below <" + base + "graph/" + id + "/>.");
            } else if (description.statements(source, term("hasGraph")).stream()
                    .noneMatch(t -> t.getObject().equals(graph))) {
                description.fault(graph, "This graph is described but not named by urbis:hasGraph of the source.");
            }
        }
        graphs.sort(Comparator.comparing(graph -> graph.name().getURI()));
        refuseSharedFiles(graphs);
        return graphs;
    }

    private Optional<SourceGraph> graph(Triple link) {
        Node graph = link.getObject();
        if (!graph.isURI() || !graph.getURI().startsWith(base + "graph/" + id + "/")) {
            description.fault(
                    link,
                    "The graphs of this source are named below <" + base + "graph/" + id + "/>, unlike " + graph + ".");
            return Optional.empty();
        }
        Optional<String> fileName = description.one(graph, term("file")).map(SourceReading::text);
        if (fileName.isEmpty()) {
            description.fault(link, "Graph <" + graph.getURI() + "> has no urbis:file to be read from.");
            return Optional.empty();
        }
        Optional<String> mapping = description.one(graph, term("mapping")).map(SourceReading::text);
        SourceGraph result = new SourceGraph(
                graph,
                fileName.get(),
                texts(graph, "alsoNamed"),
                existing(fileName.get()),
                mapping.flatMap(this::existing),
                layout(graph),
                linkage(graph),
                description.one(graph, term("document")),
                texts(graph, "expectedSha256"));
        return check(result, mapping) ? Optional.of(result) : Optional.empty();
    }

    private Layout layout(Node graph) {
        Optional<String> rowPath = description.one(graph, term("rowPath")).map(SourceReading::text);
        if (rowPath.filter(path -> !path.isEmpty() && !path.startsWith("/")).isPresent()) {
            description.fault(
                    graph, "A urbis:rowPath begins with a slash, such as /nodes, unlike " + rowPath.get() + ".");
        }
        return new Layout(
                words(graph, "columns"),
                Set.copyOf(words(graph, "optionalColumns")),
                Set.copyOf(texts(graph, "emptyMark")),
                rowPath.filter(path -> path.startsWith("/") && path.length() > 1)
                        .orElse(""),
                description.one(graph, term("sheet")).map(SourceReading::text),
                words(graph, "rowKey"),
                new CellRules(
                        Set.copyOf(words(graph, "requiredColumns")),
                        Set.copyOf(words(graph, "numberColumns")),
                        Set.copyOf(words(graph, "wholeNumberColumns"))));
    }

    private Linkage linkage(Node graph) {
        Optional<String> word = description.one(graph, term("linking")).map(SourceReading::text);
        if (word.isEmpty()) {
            return Linkage.NONE;
        }
        Optional<Linkage> linkage = Arrays.stream(Linkage.values())
                .filter(each -> each != Linkage.NONE
                        && each.name().toLowerCase(Locale.ROOT).equals(word.get()))
                .findFirst();
        if (linkage.isEmpty()) {
            description.fault(
                    graph,
                    "urbis:linking is \"register\", \"referring\", \"candidates\" or \"matched\", unlike \""
                            + word.get() + "\".");
        }
        return linkage.orElse(Linkage.NONE);
    }

    private List<String> texts(Node graph, String property) {
        return description.statements(graph, term(property)).stream()
                .map(Triple::getObject)
                .map(SourceReading::text)
                .sorted()
                .toList();
    }

    private List<String> words(Node graph, String property) {
        return description
                .one(graph, term(property))
                .map(SourceReading::text)
                .map(text -> List.of(text.strip().split("\\s+")))
                .orElse(List.of());
    }

    private boolean check(SourceGraph graph, Optional<String> mapping) {
        String fileName = graph.fileName();
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        int faultsBefore = description.faults().size();
        if (SourceGraph.TABLES.contains(extension) && mapping.isEmpty()) {
            description.fault(
                    graph.name(),
                    "The rows of " + fileName + " need a urbis:mapping, a SPARQL CONSTRUCT over their columns.");
        } else if (!SourceGraph.TABLES.contains(extension) && !SourceGraph.RDF.contains(extension)) {
            description.fault(
                    graph.name(),
                    "The format of " + fileName + " is not known. Known are: "
                            + String.join(", ", new TreeSet<>(SourceGraph.RDF)) + ", " + tables() + ".");
        }
        if (mapping.isPresent() && graph.mapping().isEmpty()) {
            description.fault(graph.name(), "The folder has no file " + mapping.get() + ".");
        }
        // A file may be too large or not free to ship: then its user gets it from where the description says.
        if (graph.file().isEmpty() && (mapping.isEmpty() || !hasDownload(iri())) && !hasDownload(graph.name())) {
            description.fault(
                    graph.name(),
                    "The folder has no file " + fileName
                            + ", and no dcat:downloadURL " + (mapping.isEmpty() ? "of the graph " : "")
                            + "says where to get it.");
        }
        return description.faults().size() == faultsBefore;
    }

    /** A file may fill several graphs if it is read in several ways. */
    private void refuseSharedFiles(List<SourceGraph> graphs) {
        Set<List<Object>> seen = new HashSet<>();
        for (SourceGraph graph : graphs) {
            if (!seen.add(List.of(graph.fileName(), graph.mapping().map(SourceFile::label), graph.layout()))) {
                description.fault(graph.name(), "The file " + graph.fileName() + " fills another graph already.");
            }
        }
    }

    private static String tables() {
        return String.join(", ", new TreeSet<>(SourceGraph.TABLES));
    }

    private boolean hasDownload(Node of) {
        return !description.statements(of, DCAT.downloadURL.asNode()).isEmpty();
    }

    private Node iri() {
        return NodeFactory.createURI(base + "id/source/" + id);
    }

    private void refuseForgottenFiles(List<SourceGraph> graphs) {
        Set<String> used = new TreeSet<>(NOT_DATA);
        graphs.forEach(graph -> used.add(graph.fileName()));
        for (String name : names) {
            String extension = name.substring(name.lastIndexOf('.') + 1);
            // A text may be prose.
            boolean data = SourceGraph.RDF.contains(extension)
                    || SourceGraph.TABLES.contains(extension) && !extension.equals("txt");
            if (data && !used.contains(name) && !SAMPLE.matcher(name).matches()) {
                description.fault(
                        iri(),
                        "No graph is read from the file " + name + ". Describe one with urbis:file \"" + name
                                + "\", or remove the file.");
            }
        }
    }

    private Optional<String> title(Node iri) {
        List<Triple> titles = description.statements(iri, DCTerms.title.asNode());
        if (titles.isEmpty()) {
            description.fault(iri, "The source has no dct:title.");
        }
        return titles.stream()
                .map(Triple::getObject)
                .min(Comparator.comparing(
                                (Node title) -> !title.getLiteralLanguage().startsWith("en"))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(SourceReading::text);
    }

    private Optional<SourceFile> existing(String name) {
        return names.contains(name) ? Optional.of(file(name)) : Optional.empty();
    }

    private SourceFile file(String name) {
        return SourceFile.in(root, id + "/" + name);
    }

    private Node term(String name) {
        return NodeFactory.createURI(base + "ontology#" + name);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }
}
