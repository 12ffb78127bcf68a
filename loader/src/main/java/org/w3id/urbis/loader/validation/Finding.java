package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * One thing that is wrong, doubtful or worth knowing about data: what, where, why, and how to mend it.
 *
 * <p>Findings are values. They sort by file, line and column, those without a place first.
 *
 * @param position   where it is; {@link Position#NOWHERE} if it is about no file
 * @param severity   how grave it is
 * @param ownSeverity the severity as the shape names it, if it is none of SHACL's own; empty otherwise
 * @param component  what kind of check found it: a constraint component of SHACL, or one of {@link Check}
 * @param focusNode  the node that was judged; empty for faults of syntax
 * @param path       the property, or path of properties, it is about; empty if it is about the node itself
 * @param value      the offending value; empty if something is missing, or it is about the node itself
 * @param shape      the shape that was violated, which has an IRI or is a blank node of the shapes graph; empty for
 *                   checks that no shape makes
 * @param constraint the SPARQL constraint of the shape that was violated; empty if it is none of these
 * @param wording    what is wrong, in no language yet
 * @param inner      why: what the shapes that the shape consists of found; empty if it consists of none
 * @param fix        how to mend it; empty if nothing better than the message can be said
 */
public record Finding(
        Position position,
        Severity severity,
        Optional<Node> ownSeverity,
        Node component,
        Optional<Node> focusNode,
        Optional<Path> path,
        Optional<Node> value,
        Optional<Node> shape,
        Optional<Node> constraint,
        Wording wording,
        List<Finding> inner,
        Optional<Fix> fix)
        implements Comparable<Finding> {

    /** Refuses parts that are missing and copies the list. */
    public Finding {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(ownSeverity, "ownSeverity");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(focusNode, "focusNode");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(fix, "fix");
        inner = List.copyOf(inner);
    }

    /**
     * Makes a finding of one of SHACL's own severities; see the components for what the parts mean.
     *
     * @param position   where it is
     * @param severity   how grave it is
     * @param component  what kind of check found it
     * @param focusNode  the node that was judged
     * @param path       the property, or path of properties
     * @param value      the offending value
     * @param shape      the shape that was violated
     * @param constraint the SPARQL constraint that was violated
     * @param wording    what is wrong
     * @param inner      why
     * @param fix        how to mend it
     */
    public Finding(
            Position position,
            Severity severity,
            Node component,
            Optional<Node> focusNode,
            Optional<Path> path,
            Optional<Node> value,
            Optional<Node> shape,
            Optional<Node> constraint,
            Wording wording,
            List<Finding> inner,
            Optional<Fix> fix) {
        this(
                position,
                severity,
                Optional.empty(),
                component,
                focusNode,
                path,
                value,
                shape,
                constraint,
                wording,
                inner,
                fix);
    }

    /**
     * Makes a finding that no shape and no node has to do with.
     *
     * @param position where it is
     * @param severity how grave it is
     * @param check    which of our checks found it
     * @param wording  what is wrong
     * @return the finding, with nothing said of how to mend it
     */
    public static Finding of(Position position, Severity severity, Check check, Wording wording) {
        return new Finding(
                position,
                severity,
                check.component(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wording,
                List.of(),
                Optional.empty());
    }

    /** Makes the finding that there is more wrong than the findings before it tell. */
    static Finding unfinished(Position position, int told) {
        return of(
                position,
                Severity.VIOLATION,
                Check.UNFINISHED,
                Wording.of("document.too-many-findings", "count", told));
    }

    /** Whether it only says that there is more wrong than is told. */
    boolean isUnfinished() {
        return component.equals(Check.UNFINISHED.component());
    }

    /**
     * Gives a finding a place.
     *
     * @param place where it is
     * @return the same finding at that place
     */
    public Finding at(Position place) {
        return new Finding(
                place,
                severity,
                ownSeverity,
                component,
                focusNode,
                path,
                value,
                shape,
                constraint,
                wording,
                inner,
                fix);
    }

    /** Returns the same finding about a statement, of which the value is the part that is wrong. */
    Finding about(Node focus, Path property, Node part) {
        return new Finding(
                position,
                severity,
                ownSeverity,
                component,
                Optional.of(focus),
                Optional.of(property),
                Optional.of(part),
                shape,
                constraint,
                wording,
                inner,
                fix);
    }

    /** Returns the same finding about a statement, of which the value is wrong. */
    Finding about(Triple statement) {
        return about(statement.getSubject(), PathFactory.pathLink(statement.getPredicate()), statement.getObject());
    }

    /** Returns the same finding about no value. */
    Finding withoutValue() {
        return new Finding(
                position,
                severity,
                ownSeverity,
                component,
                focusNode,
                path,
                Optional.empty(),
                shape,
                constraint,
                wording,
                inner,
                fix);
    }

    /** Returns the same finding with what to do; an empty fix takes away none that is there. */
    Finding with(Optional<Fix> mending) {
        return new Finding(
                position,
                severity,
                ownSeverity,
                component,
                focusNode,
                path,
                value,
                shape,
                constraint,
                wording,
                inner,
                mending.or(() -> fix));
    }

    /** Returns the same finding with what to do. */
    Finding with(Fix mending) {
        return with(Optional.of(mending));
    }

    /** Returns the same finding with words that say what to do. */
    Finding with(Wording mending) {
        return with(Optional.of(Fix.saying(mending)));
    }

    /** Returns the same finding with its reasons. */
    Finding because(List<Finding> reasons) {
        return new Finding(
                position,
                severity,
                ownSeverity,
                component,
                focusNode,
                path,
                value,
                shape,
                constraint,
                wording,
                reasons,
                fix);
    }

    /**
     * Names the file.
     *
     * @return the file's name as it was given; empty if the finding is about no file
     */
    public String file() {
        return position.file();
    }

    /**
     * Tells the line.
     *
     * @return the line, counted from 1; 0 if it is not known
     */
    public int line() {
        return position.line();
    }

    /**
     * Tells the column.
     *
     * @return the column in UTF-16 code units, counted from 1; 0 if it is not known
     */
    public int column() {
        return position.column();
    }

    /**
     * Names the severity as SHACL does.
     *
     * @return {@code sh:Violation}, {@code sh:Warning}, {@code sh:Info}, or what the shape has instead
     */
    public Node severityTerm() {
        return ownSeverity.orElse(severity.term());
    }

    /**
     * Says in English what is wrong; {@link Messages} says it in other languages.
     *
     * @return one or two sentences
     */
    public String message() {
        return Messages.english().text(wording);
    }

    @Override
    public int compareTo(Finding other) {
        return FindingOrder.PLACES.compare(this, other);
    }
}
