package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * What a file says, where it says it, and what is wrong with how it is written.
 *
 * <p>Instances never change.
 */
public final class LocatedFile {

    /** What the grammar of Turtle takes after a prefix without any escape, and a little less. */
    private static final Pattern LOCAL = Pattern.compile("\\w(?:[\\w-]*\\w)?");

    private final SourceText source;
    private final RdfFormat format;
    private final List<Quad> quads;
    private final List<Finding> findings;
    private final PositionIndex index;
    private final Map<String, String> prefixes;
    private final boolean complete;
    private final Optional<JsonText> json;
    private final TablePlaces cells;

    LocatedFile(
            SourceText source,
            RdfFormat format,
            List<Quad> quads,
            List<Finding> findings,
            PositionIndex index,
            Map<String, String> prefixes,
            boolean complete,
            Optional<JsonText> json) {
        this(source, format, quads, findings, index, prefixes, complete, json, TablePlaces.NONE);
    }

    LocatedFile(
            SourceText source,
            RdfFormat format,
            List<Quad> quads,
            List<Finding> findings,
            PositionIndex index,
            Map<String, String> prefixes,
            boolean complete,
            Optional<JsonText> json,
            TablePlaces cells) {
        this.cells = cells;
        this.source = source;
        this.format = format;
        this.json = json;
        this.quads = List.copyOf(quads);
        this.findings = findings.stream().map(this::extended).sorted().toList();
        this.index = index;
        this.prefixes = Map.copyOf(prefixes);
        this.complete = complete;
    }

    /**
     * Returns the file's name.
     *
     * @return the name as it was given
     */
    public String name() {
        return source.name();
    }

    /**
     * Returns the file's statements, as far as it could be read.
     *
     * @return quads in the order of the file, repetitions included; those in no named graph are in
     *     {@link Quad#defaultGraphIRI}
     */
    public List<Quad> quads() {
        return quads;
    }

    /**
     * Makes one graph of the file's statements, whatever graph they are in.
     *
     * @return a new graph in memory, with the prefixes of the file
     */
    public Graph graph() {
        Graph graph = GraphFactory.createGraphMem();
        prefixes.forEach(graph.getPrefixMapping()::setNsPrefix);
        quads.forEach(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    /**
     * Returns what is wrong with how the file is written: syntax, prefixes, IRIs, literals.
     *
     * @return the findings, sorted; empty if the file is well written
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Tells whether the file could be read to its end, and every name in it be understood.
     *
     * @return false if statements are missing from {@link #quads()}, so that nothing can be said of what they lack
     */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Gives nodes other names, as when blank nodes get IRIs, and keeps the places.
     *
     * @param names the new name of a node; the node itself if it keeps its own
     * @return the same file with the new names
     */
    public LocatedFile renamed(UnaryOperator<Node> names) {
        List<Quad> renamed = quads.stream()
                .map(quad -> Quad.create(
                        quad.getGraph(),
                        names.apply(quad.getSubject()),
                        quad.getPredicate(),
                        names.apply(quad.getObject())))
                .toList();
        return new LocatedFile(
                source,
                format,
                renamed,
                findings,
                index.renamed(names),
                prefixes,
                complete,
                json,
                cells.renamed(names));
    }

    /**
     * Returns a line of the file, to be shown beside a finding.
     *
     * @param number the line, counted from 1
     * @return its text without its end; empty if the file has no such line
     */
    public String line(int number) {
        return source.line(number);
    }

    /** Writes an IRI by a prefix that the file declares, or in full. */
    String shortName(String iri) {
        String local = Vocabulary.lastPart(iri);
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.equals(prefix.getValue() + local)
                        && LOCAL.matcher(local).matches())
                .map(prefix -> prefix.getKey() + ":" + local)
                .sorted()
                .findFirst()
                .orElse("<" + iri + ">");
    }

    SourceText source() {
        return source;
    }

    /** The file as JSON; empty if it is none. */
    Optional<JsonText> json() {
        return json;
    }

    /** Returns the format in which the file was read. */
    RdfFormat format() {
        return format;
    }

    /** The place of what begins at a packed place, with its end. */
    Position position(long packed) {
        return cells.position(packed).orElseGet(() -> extended(Position.of(name(), packed)));
    }

    private Finding extended(Finding finding) {
        Finding extended = finding.at(extended(finding.position()));
        return extended.with(extended.fix().map(fix -> fix.at(extended.position(), this)));
    }

    private Position extended(Position place) {
        return json.map(text -> text.extended(place)).orElseGet(() -> new Extent(source, format).of(place));
    }

    /** The empty cell of a table in which a value would stand; empty if there is none. */
    Optional<Position> gap(Node thing, Node property) {
        return cells.gap(thing, property);
    }

    PositionIndex index() {
        return index;
    }
}
