package org.w3id.urbis.loader.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.mapping.Slug;

/**
 * Gives the thing of a row its IRI: the one that its first cell says, or one made as those of the shipped sources are,
 * from the abbreviation or the name, for a commitment after who makes it, for a membership from both that it joins.
 */
final class RowNames {

    /** What parts several values of a cell; a bar of a text is written with a backslash before it. */
    private static final String BAR = "(?<!\\\\)\\|";

    private final SheetHeader header;
    private final ValueReader values;

    RowNames(SheetHeader header, ValueReader values) {
        this.header = header;
        this.values = values;
    }

    /** The IRI of a row; empty if nothing in it could make one. */
    Optional<Node> of(List<Cell> row) {
        String id = row.getFirst().text();
        if (!id.isEmpty()) {
            return written(id);
        }
        Optional<String> key =
                switch (header.kind()) {
                    case MEMBERSHIP -> joined(row, "inOrganization", "member");
                    case PARTICIPATION -> joined(row, "inActivity", "participant");
                    case TENURE -> joined(row, "holder", "post");
                    case COMMITMENT ->
                        name(row)
                                .flatMap(name ->
                                        keys(row, "committedBy").findFirst().map(by -> by + "-" + name));
                    case PARTNERSHIP ->
                        name(row).or(() -> Optional.of(keys(row, "participant").collect(Collectors.joining("-")))
                                .filter(keys -> !keys.isEmpty()));
                    default -> name(row);
                };
        return key.map(this::thing);
    }

    /** The IRI of a row as far as it can be known before other rows are. */
    Optional<Node> early(List<Cell> row) {
        String id = row.getFirst().text();
        return id.isEmpty() ? name(row).map(this::thing) : written(id);
    }

    /** The texts of a column, whatever its language. */
    Stream<String> texts(List<Cell> row, String key) {
        return Stream.iterate(1, i -> i < Math.min(row.size(), header.columns().size()), i -> i + 1)
                .filter(i -> header.columns()
                        .get(i)
                        .filter(column -> column.steps().size() == 1
                                && column.property()
                                        .filter(property -> property.key().equals(key))
                                        .isPresent())
                        .isPresent())
                .flatMap(i -> several(row.get(i).text()));
    }

    /** The values of a cell. */
    static Stream<String> several(String text) {
        return Arrays.stream(text.split(BAR))
                .map(part -> part.replace("\\|", "|").strip())
                .filter(part -> !part.isEmpty());
    }

    private Optional<Node> written(String id) {
        return values.references().written(id).or(() -> Optional.of(Slug.of(id))
                .filter(slug -> !slug.isEmpty())
                .map(this::thing));
    }

    private Node thing(String key) {
        return NodeFactory.createURI(CodeLists.THINGS + header.kind().key() + "/" + key);
    }

    private Optional<String> name(List<Cell> row) {
        return Stream.of("abbreviation", "name", "otherName")
                .flatMap(key -> texts(row, key))
                .map(Slug::of)
                .filter(slug -> !slug.isEmpty())
                .findFirst();
    }

    private Optional<String> joined(List<Cell> row, String first, String second) {
        Optional<String> one = keys(row, first).findFirst();
        Optional<String> other = keys(row, second).findFirst();
        return one.flatMap(a -> other.map(b -> a + "-" + b));
    }

    /** The keys of the things that a column points to. */
    private Stream<String> keys(List<Cell> row, String key) {
        Property property = values.terms().property(key).orElseThrow();
        return texts(row, key)
                .map(text ->
                        values.read(property, text, Optional.empty()).value().orElse(null))
                .filter(Objects::nonNull)
                .map(CodeLists::local)
                .filter(local -> !local.isEmpty());
    }
}
