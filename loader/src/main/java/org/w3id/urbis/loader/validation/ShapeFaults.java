package org.w3id.urbis.loader.validation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.shapes.ShapeFault;
import org.w3id.urbis.shapes.ShapeFault.Kind;
import org.w3id.urbis.shapes.ShortNames;
import org.w3id.urbis.shapes.Spelling;

/** Says in plain words what is wrong with shapes, at the place in their files. */
final class ShapeFaults {

    private final List<LocatedFile> files;
    private final Graph graph;
    private final ShortNames names;

    ShapeFaults(Collection<LocatedFile> files, Graph graph) {
        this.files = List.copyOf(files);
        this.graph = graph;
        this.names = new ShortNames(graph);
    }

    /** Says what a fault is, where, and what to do about it. */
    Finding finding(ShapeFault fault) {
        String key = "shapes." + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Wording wording = Wording.of(
                key,
                "shape",
                name(fault.shape()),
                "property",
                name(fault.property()),
                "value",
                fault.value().map(this::name).orElse(""),
                "detail",
                detail(fault));
        Finding finding = Finding.of(place(fault), Severity.VIOLATION, Check.ILL_FORMED_SHAPES, wording);
        return finding.about(
                        fault.shape(),
                        PathFactory.pathLink(fault.property()),
                        fault.value().orElse(fault.property()))
                .with(fix(fault));
    }

    /** Where the value of a statement stands. */
    Position place(Triple triple) {
        return at(triple, PositionIndex::object).orElse(Position.NOWHERE);
    }

    /** Where the property of a statement stands. */
    Position placeOfProperty(Triple triple) {
        return at(triple, PositionIndex::property).orElse(Position.NOWHERE);
    }

    /** Shows a node as the author of the shapes writes it. */
    String name(Node node) {
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : names.of(node, graph);
    }

    private static Parameter detail(ShapeFault fault) {
        return fault.kind() == Kind.WRONG_TERM
                ? Wording.of("shapes.wanted." + fault.detail())
                : new Parameter.Text(fault.detail());
    }

    private Position place(ShapeFault fault) {
        if (fault.value().isEmpty()) {
            return ofSubject(fault.shape());
        }
        Triple triple =
                Triple.create(fault.shape(), fault.property(), fault.value().get());
        Position place = at(triple, PositionIndex::object)
                // A member of a list is the value of the list's cell and not of the shape.
                .or(() -> graph.find(Node.ANY, RDF.Nodes.first, triple.getObject()).toList().stream()
                        .map(cell -> at(cell, PositionIndex::object))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> ofSubject(fault.shape()));
        return fault.line() == 0 ? place : within(place, fault);
    }

    /** A place within the text of a query, which begins after its quotation marks. */
    private Position within(Position text, ShapeFault fault) {
        Optional<LocatedFile> file = files.stream()
                .filter(candidate -> candidate.name().equals(text.file()))
                .findFirst();
        if (file.isEmpty() || text.line() == 0) {
            return text;
        }
        int quotes = file.get().line(text.line()).startsWith("\"\"\"", text.column() - 1)
                        || file.get().line(text.line()).startsWith("'''", text.column() - 1)
                ? 3
                : 1;
        return fault.line() == 1
                ? new Position(text.file(), text.line(), text.column() + quotes + fault.column() - 1)
                : new Position(text.file(), text.line() + fault.line() - 1, fault.column());
    }

    private Position ofSubject(Node node) {
        return files.stream()
                .flatMap(file -> file.index().subject(node).stream().mapToObj(file::position))
                .findFirst()
                .orElse(Position.NOWHERE);
    }

    private Optional<Position> at(Triple triple, BiFunction<PositionIndex, Triple, OptionalLong> part) {
        return files.stream()
                .flatMap(file -> part.apply(file.index(), triple).stream().mapToObj(file::position))
                .findFirst();
    }

    private Optional<Fix> fix(ShapeFault fault) {
        if (fault.kind() != Kind.MISSING_SHAPE
                || !fault.value().map(Node::isURI).orElse(false)) {
            return Optional.empty();
        }
        List<String> described = graph.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).toList().stream()
                .map(Node::getURI)
                .distinct()
                .toList();
        return Meant.of(Spelling.nearest(fault.value().get().getURI(), described).stream()
                        .<Parameter>map(near -> new Parameter.Text(names.of(near)))
                        .toList())
                .map(Fix::saying);
    }
}
