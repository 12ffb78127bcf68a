package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Wording;

/**
 * A preview in the reader's words. It is public for the template alone, which is compiled into a package of its own.
 *
 * @param title    what it is
 * @param compared with what it is compared
 * @param sum      how much would come and go
 * @param leftOut  what is not told
 * @param things   thing by thing
 * @param sections what else would change, each under a heading; none that is empty
 */
public record Told(
        String title, String compared, String sum, String leftOut, List<Thing> things, List<Section> sections) {

    /** Copies the lists. */
    public Told {
        things = List.copyOf(things);
        sections = List.copyOf(sections);
    }

    /**
     * A thing that changes.
     *
     * @param name  its name in short
     * @param label what it is called; empty if it has no name
     * @param fate  whether it is new or gone, in words; empty if neither
     * @param lines the statements that come and go
     */
    public record Thing(String name, String label, String fate, List<Line> lines) {

        /** Copies the lines. */
        public Thing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A statement that comes or goes.
     *
     * @param gained   whether it comes
     * @param part     the part of the thing that it is about; empty if it is about the thing itself
     * @param property the property
     * @param value    the value
     * @param inferred that it is inferred, in words; empty if it is stated
     */
    public record Line(boolean gained, String part, String property, String value, String inferred) {}

    /**
     * A list under a heading.
     *
     * @param kind    what it is, for the style sheet
     * @param heading what it is, in words
     * @param items   what there is
     */
    public record Section(String kind, String heading, List<String> items) {

        /** Copies the items. */
        public Section {
            items = List.copyOf(items);
        }
    }

    static Optional<Told> of(PreviewReport report) {
        return report.preview().map(preview -> new Telling(report).tell(preview));
    }

    private record Telling(PreviewReport report) {

        private Messages messages() {
            return report.report().messages();
        }

        private String words(String key, Object... parameters) {
            return messages().text(Wording.of(key, parameters));
        }

        Told tell(Preview preview) {
            long inferred =
                    preview.gained().stream().filter(Preview::isInferred).count();
            boolean nothing = preview.things().isEmpty();
            return new Told(
                    words("preview.title"),
                    words("preview.compared", "revision", preview.revision()),
                    nothing
                            ? words("preview.nothing")
                            : words(
                                    "preview.sum",
                                    "gained",
                                    preview.gained().size(),
                                    "inferred",
                                    inferred,
                                    "lost",
                                    preview.lost().size()),
                    words("preview.left-out"),
                    preview.things().stream().map(this::thing).toList(),
                    sections(preview));
        }

        private Thing thing(ThingChange change) {
            List<Line> lines = new ArrayList<>();
            change.lost().forEach(quad -> lines.add(line(change, quad, false)));
            change.gained().forEach(quad -> lines.add(line(change, quad, true)));
            return new Thing(
                    report.shown(change.thing()),
                    report.label(change.labels()).orElse(""),
                    switch (change.fate()) {
                        case NEW -> words("preview.new");
                        case GONE -> words("preview.gone");
                        case CHANGED -> "";
                    },
                    lines);
        }

        private Line line(ThingChange change, Quad quad, boolean gained) {
            return new Line(
                    gained,
                    quad.getSubject().equals(change.thing()) ? "" : report.shown(quad.getSubject()),
                    report.shown(quad.getPredicate()),
                    report.shown(quad.getObject()),
                    Preview.isInferred(quad) ? words("preview.inferred") : "");
        }

        private List<Section> sections(Preview preview) {
            List<Section> sections = new ArrayList<>();
            add(sections, "violation", "preview.broken", rules(preview.broken()));
            if (preview.partly()) {
                add(sections, "warning", "preview.broken", List.of(words("preview.partly")));
            }
            add(sections, "info", "preview.mended", rules(preview.mended()));
            List<String> unreferenced = new ArrayList<>();
            preview.unreferenced()
                    .forEach((iri, labels) -> unreferenced.add(report.names().of(iri)
                            + report.label(labels)
                                    .map(label -> " (" + label + ")")
                                    .orElse("")));
            add(sections, "warning", "preview.unreferenced", unreferenced);
            add(
                    sections,
                    "info",
                    "preview.queries",
                    preview.queries().stream()
                            .map(query -> query.name() + ": "
                                    + words("preview.rows", "gained", query.gained(), "lost", query.lost()))
                            .toList());
            if (!preview.unchanged().isEmpty()) {
                add(
                        sections,
                        "info",
                        "preview.unchanged",
                        List.of(words(
                                "preview.unchanged.count",
                                "count",
                                preview.unchanged().size())));
            }
            if (!preview.notAsked().isEmpty()) {
                List<String> open = new ArrayList<>(preview.notAsked());
                open.add(words("preview.not-asked.more"));
                add(sections, "warning", "preview.not-asked", open);
            }
            return sections;
        }

        private void add(List<Section> sections, String kind, String key, List<String> items) {
            if (!items.isEmpty()) {
                sections.add(new Section(kind, words(key), items));
            }
        }

        private List<String> rules(List<Finding> findings) {
            return findings.stream()
                    .map(finding ->
                            words("severity." + finding.severity().name().toLowerCase(Locale.ROOT)) + ": "
                                    + messages().text(finding.wording()))
                    .toList();
        }
    }
}
