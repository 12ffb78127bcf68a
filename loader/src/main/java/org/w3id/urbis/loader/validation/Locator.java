package org.w3id.urbis.loader.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/**
 * Finds the place in the files at which a finding has to be mended.
 *
 * <p>That is the value, if there is one; the property, if that is what is wrong; the last value, if there are too many;
 * where the node is first described, if something is missing or there is too little of it. A nested node is where its
 * bracket opens.
 */
public final class Locator {

    /** What is wrong by being absent: no statement can be pointed at. */
    private static final Set<Node> ABSENCES =
            Set.of(SHACL.MinCountConstraintComponent, SHACL.QualifiedMinCountConstraintComponent);

    /** What is wrong with the property and not with its value. */
    private static final Set<Node> OF_THE_PROPERTY = Set.of(SHACL.ClosedConstraintComponent);

    private final List<LocatedFile> files;
    private final Graph data;

    /**
     * Makes a locator.
     *
     * @param files the files from which the judged graph was made, with the names its nodes have in it
     */
    public Locator(Collection<LocatedFile> files) {
        this(files, GraphFactory.createGraphMem());
        files.forEach(file -> file.quads().forEach(quad -> data.add(quad.asTriple())));
    }

    /** Makes a locator for files of which a graph is there already. */
    Locator(Collection<LocatedFile> files, Graph data) {
        this.files = List.copyOf(files);
        this.data = data;
    }

    /**
     * Gives findings their places.
     *
     * @param findings what a {@link Gate} found
     * @return the same findings, sorted; those about nodes that no file mentions have no place
     */
    public List<Finding> locate(Collection<Finding> findings) {
        return findings.stream().map(this::locate).sorted().toList();
    }

    private Finding locate(Finding finding) {
        Finding located = finding.focusNode()
                .flatMap(focus -> offending(finding, focus).or(() -> ofNode(focus)))
                .map(finding::at)
                .orElse(finding);
        located = mended(located).because(reasons(located));
        return isOfLanguages(finding) ? located.withoutValue() : located;
    }

    private List<Finding> reasons(Finding located) {
        return located.inner().stream()
                .map(this::locate)
                .map(reason -> reason.line() > 0 ? reason : reason.at(located.position()))
                .sorted()
                .toList();
    }

    private Finding mended(Finding located) {
        Optional<LocatedFile> file =
                files.stream().filter(one -> one.name().equals(located.file())).findFirst();
        return located.with(
                new SwappedPlaces(data, this::ofObject).fix(located, file).or(() -> located.fix()
                        .map(fix ->
                                file.map(one -> fix.at(located.position(), one)).orElse(fix))));
    }

    private Optional<Position> ofObject(Triple triple) {
        return of(triple, PositionIndex::object);
    }

    /** By SHACL, a result that two values have one language is about no value of theirs. */
    private static boolean isOfLanguages(Finding finding) {
        return finding.component().equals(SHACL.UniqueLangConstraintComponent);
    }

    private Optional<Position> offending(Finding finding, Node focus) {
        if (ABSENCES.contains(finding.component()) && finding.value().isEmpty()) {
            return finding.path().flatMap(path -> emptyCell(focus, path));
        }
        Optional<Node> value = finding.value();
        if (isOfLanguages(finding)) {
            return finding.path().flatMap(path -> value.flatMap(one -> repeated(focus, path, one)));
        }
        if (finding.path().isEmpty()) {
            return value.filter(node -> !node.equals(focus)).flatMap(node -> ofValue(focus, node));
        }
        Path path = finding.path().get();
        if (path instanceof P_Link link) {
            Node property = link.getNode();
            if (value.filter(property::equals).isPresent()) {
                return firstOf(data.stream(focus, property, Node.ANY), PositionIndex::property);
            }
            if (value.filter(focus::equals).isPresent() && !data.contains(focus, property, focus)) {
                return Optional.empty();
            }
            if (OF_THE_PROPERTY.contains(finding.component())) {
                return value.flatMap(node -> of(Triple.create(focus, property, node), PositionIndex::property));
            }
        }
        // A value that no file states is of the graph to which the files are added: what they say contradicts it.
        return value.flatMap(node -> along(focus, path, node)).or(() -> last(focus, path));
    }

    /** Where the value stands that is reached from a node by a path. */
    private Optional<Position> along(Node node, Path path, Node value) {
        return switch (path) {
            case P_Link link -> of(Triple.create(node, link.getNode(), value), PositionIndex::object);
            case P_Inverse inverse -> along(value, inverse.getSubPath(), node);
            case P_Seq sequence ->
                values(node, sequence.getLeft())
                        .map(between -> along(between, sequence.getRight(), value))
                        .flatMap(Optional::stream)
                        .findFirst();
            case P_Path2 either -> along(node, either.getLeft(), value).or(() -> along(node, either.getRight(), value));
            case P_Path1 repeated ->
                values(node, repeated)
                        .map(between -> along(between, repeated.getSubPath(), value))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> along(node, repeated.getSubPath(), value));
            default -> Optional.empty();
        };
    }

    /** Where the last of several values stands, which is the one too many. */
    private Optional<Position> last(Node node, Path path) {
        return values(node, path)
                .map(value -> along(node, path, value))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Position::file).thenComparing(inOrder()));
    }

    /** Where the last value stands that has the language of another. */
    private Optional<Position> repeated(Node focus, Path path, Node value) {
        return values(focus, path)
                .filter(Node::isLiteral)
                .filter(other -> other.getLiteralLanguage().equalsIgnoreCase(value.getLiteralLanguage()))
                .map(other -> along(focus, path, other))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Position::file).thenComparing(inOrder()));
    }

    /** The cell of a table in which the value would stand, in the row in which the node is first described. */
    private Optional<Position> emptyCell(Node focus, Path path) {
        return path instanceof P_Link link
                ? files.stream()
                        .flatMap(file -> file.gap(focus, link.getNode()).stream())
                        .filter(cell -> ofNode(focus)
                                .filter(first -> first.line() == cell.line()
                                        && first.file().equals(cell.file()))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** Where a node speaks of another one; where anything does, if it does not itself. */
    private Optional<Position> ofValue(Node focus, Node value) {
        return firstOf(data.stream(focus, Node.ANY, value), PositionIndex::object)
                .or(() -> ofNode(value));
    }

    /** Where a node is first described; where it is first mentioned, if no file describes it. */
    private Optional<Position> ofNode(Node node) {
        return places((file, index) -> index.subject(node))
                .findFirst()
                .or(() -> places((file, index) -> index.firstMention(node)).findFirst())
                .or(() -> firstOf(data.stream(Node.ANY, Node.ANY, node), PositionIndex::object));
    }

    private Optional<Position> firstOf(Stream<Triple> triples, BiFunction<PositionIndex, Triple, OptionalLong> part) {
        return triples.map(triple -> of(triple, part)).flatMap(Optional::stream).min(inOrder());
    }

    private Optional<Position> of(Triple triple, BiFunction<PositionIndex, Triple, OptionalLong> part) {
        return places((file, index) -> part.apply(index, triple)).findFirst();
    }

    private Stream<Position> places(BiFunction<LocatedFile, PositionIndex, OptionalLong> search) {
        return files.stream()
                .flatMap(file -> search.apply(file, file.index()).stream().mapToObj(file::position));
    }

    private Stream<Node> values(Node node, Path path) {
        return ShaclPaths.valueNodes(data, node, path).stream();
    }

    private static Comparator<Position> inOrder() {
        return Comparator.comparingInt(Position::line).thenComparingInt(Position::column);
    }
}
