package org.w3id.urbis.loader.validation;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * One thing that is wrong, doubtful or worth knowing about data: what, where, why, and how to mend it.
 *
 * <p>Findings are values. They sort by file, line and column, those without a place first.
 *
 * @param file      the file's name as it was given; empty if the finding is about no file
 * @param line      the line, counted from 1; 0 if it is not known
 * @param column    the column in UTF-16 code units, counted from 1; 0 if it is not known
 * @param severity  how grave it is
 * @param component what kind of check found it: a constraint component of SHACL, or one of {@link Check}
 * @param focusNode the node that was judged; empty for faults of syntax
 * @param path      the property, or path of properties, it is about; empty if it is about the node itself
 * @param value     the offending value; empty if something is missing, or it is about the node itself
 * @param shape     the shape that was violated; empty for checks that no shape makes
 * @param message   what is wrong, in one or two sentences of plain English
 * @param fix       how to mend it; empty if nothing better than the message can be said
 */
public record Finding(
        String file,
        int line,
        int column,
        Severity severity,
        Node component,
        Optional<Node> focusNode,
        Optional<Path> path,
        Optional<Node> value,
        Optional<Node> shape,
        String message,
        Optional<String> fix)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::message)
            .thenComparing(finding -> finding.focusNode().map(Node::toString).orElse(""))
            .thenComparing(finding -> finding.value().map(Node::toString).orElse(""))
            .thenComparing(finding -> finding.shape().map(Node::toString).orElse(""));

    /** Refuses parts that are missing. */
    public Finding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(focusNode, "focusNode");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }

    /**
     * Makes a finding that no shape and no node has to do with.
     *
     * @param position where it is
     * @param severity how grave it is
     * @param check    which of our checks found it
     * @param message  what is wrong
     * @param fix      how to mend it; empty if there is nothing to say
     * @return the finding
     */
    static Finding at(Position position, Severity severity, Check check, String message, String fix) {
        return new Finding(
                position.file(),
                position.line(),
                position.column(),
                severity,
                check.component(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                message,
                fix.isEmpty() ? Optional.empty() : Optional.of(fix));
    }

    /** Returns the same finding at a place. */
    Finding at(Position position) {
        return new Finding(
                position.file(),
                position.line(),
                position.column(),
                severity,
                component,
                focusNode,
                path,
                value,
                shape,
                message,
                fix);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
