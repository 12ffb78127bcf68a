package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/** Lays out what is doubtful: beside the fact it doubts where that is shown, else above all. */
final class NoteLayout {
    private final Description description;
    private final Wording wording;
    private final Function<List<Quad>, List<SourceView.Mark>> marks;

    NoteLayout(Description description, Wording wording, Function<List<Quad>, List<SourceView.Mark>> marks) {
        this.description = description;
        this.wording = wording;
        this.marks = marks;
    }

    /** Notes on the thing and one property of it. */
    List<NoteView> on(Node property) {
        return notes(quads ->
                isAboutThing(quads) && objects(quads, Terms.ABOUT_PROPERTY).contains(property));
    }

    /** Notes that stand beside no fact. */
    List<NoteView> onNone(Predicate<Node> isShown) {
        return notes(quads -> !isAboutThing(quads)
                || objects(quads, Terms.ABOUT_PROPERTY).stream().noneMatch(isShown));
    }

    private boolean isAboutThing(List<Quad> quads) {
        return objects(quads, Terms.ABOUT).contains(description.thing());
    }

    private List<NoteView> notes(Predicate<List<Quad>> which) {
        return description.notes().entrySet().stream()
                .filter(note -> which.test(note.getValue()))
                .sorted(Map.Entry.comparingByKey((one, other) -> one.toString().compareTo(other.toString())))
                .map(note -> note(note.getKey(), note.getValue()))
                .toList();
    }

    /** All notes in short: where each stands on the page, what is odd, and about what. */
    List<Link> links() {
        return description.notes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.toString().compareTo(other.toString())))
                .map(note -> new Link("#" + anchor(note.getKey()), inShort(note.getKey(), note.getValue())))
                .toList();
    }

    private Text inShort(Node note, List<Quad> quads) {
        Text kind = objects(quads, Terms.NOTE_KIND).stream()
                .findFirst()
                .map(wording::name)
                .orElse(wording.name(note));
        return objects(quads, Terms.ABOUT_PROPERTY).stream()
                .findFirst()
                .map(property ->
                        new Text(kind.value() + ": " + wording.name(property).value(), kind.lang()))
                .orElse(kind);
    }

    private static String anchor(Node note) {
        return "note-" + Identifiers.localName(note.toString()).replaceAll("[^A-Za-z0-9-]", "-");
    }

    private NoteView note(Node note, List<Quad> quads) {
        Text kind = objects(quads, Terms.NOTE_KIND).stream()
                .findFirst()
                .map(wording::name)
                .orElse(wording.name(note));
        return new NoteView(
                anchor(note),
                new Link(wording.identifiers().href(note.getURI()), kind),
                texts(quads, Terms.DESCRIPTION),
                objects(quads, Terms.PRINTED).stream()
                        .map(node -> wording.name(node).value())
                        .toList(),
                texts(quads, Terms.ADVICE),
                marks.apply(quads.stream()
                        .filter(quad -> quad.getPredicate().equals(Terms.DESCRIPTION))
                        .toList()),
                false);
    }

    private static List<Text> texts(List<Quad> quads, Node property) {
        return objects(quads, property).stream()
                .filter(Node::isLiteral)
                .map(Wording::text)
                .toList();
    }

    private static List<Node> objects(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct()
                .toList();
    }
}
