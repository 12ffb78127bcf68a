package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Parameter;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * What is to be said of an entry only because of what the graph has already: names that are taken, things that are there
 * perhaps, and what was meant by references to nothing. The index and the graph are only asked about what the entry says.
 */
public final class EntryInContext {

    private static final Node DESCRIBED = NodeFactory.createURI("https://w3id.org/urbis/shapes#Described-reference");
    private static final double MEANT = 0.6;
    private static final int MOST_MEANT = 3;

    private final BaseIri base;
    private final Vocabulary vocabulary;
    private final Graph published;
    private final Optional<NameIndex> names;
    private final DatasetGraph entry = DatasetGraphFactory.create();

    /**
     * Puts an entry into its context.
     *
     * @param base       the base IRI
     * @param vocabulary the words there are
     * @param entry      what the entry says
     * @param published  what is published, less what the entry replaces; read in the transaction of the caller
     * @param names      the index of the names of what is published; without it no likely duplicate is found
     */
    public EntryInContext(
            BaseIri base, Vocabulary vocabulary, Iterable<Quad> entry, Graph published, Optional<NameIndex> names) {
        this.base = base;
        this.vocabulary = vocabulary;
        this.published = published;
        this.names = names;
        entry.forEach(quad -> this.entry.add(Quad.create(base.graph("submission/new"), quad.asTriple())));
    }

    /**
     * Finds names that are taken, and things that are there already.
     *
     * @return violations for IRIs and identifiers that something has, remarks for what is only likely; without places
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Node thing : minted()) {
            if (published.contains(thing, RDF.Nodes.type, Node.ANY)) {
                findings.add(taken(thing, "context.taken"));
            } else if (published.contains(thing, OWL2.deprecated.asNode(), Node.ANY)) {
                findings.add(taken(thing, "context.withdrawn"));
            }
        }
        duplicates().forEach(duplicate -> findings.add(finding(duplicate)));
        return findings;
    }

    /**
     * Finds things of the entry that the graph perhaps has already under another IRI.
     *
     * @return for each thing the likeliest first; empty without an index of names
     */
    public List<Duplicate> duplicates() {
        return names.map(index ->
                        new Duplicates(index, vocabulary, known -> published.contains(known, RDF.Nodes.type, Node.ANY)))
                .map(search -> minted().stream()
                        .filter(thing -> !published.contains(thing, RDF.Nodes.type, Node.ANY))
                        .flatMap(thing -> search.of(thing, entry).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Says what was probably meant by references that lead nowhere.
     *
     * @param findings any findings
     * @return the same, those about such references with the nearest things there are
     */
    public List<Finding> advised(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.fix().isEmpty()
                                && finding.constraint()
                                        .filter(DESCRIBED::equals)
                                        .isPresent()
                        ? finding.value()
                                .filter(Node::isURI)
                                .flatMap(this::meant)
                                .map(fix -> with(finding, fix))
                                .orElse(finding)
                        : finding)
                .toList();
    }

    /** The IRIs below the base to which the entry gives a class. */
    private Set<Node> minted() {
        Set<Node> minted = new LinkedHashSet<>();
        entry.find(Node.ANY, Node.ANY, RDF.Nodes.type, Node.ANY).forEachRemaining(quad -> {
            Node subject = quad.getSubject();
            if (subject.isURI() && subject.getURI().startsWith(base.value() + "id/")) {
                minted.add(subject);
            }
        });
        return minted;
    }

    private Finding taken(Node thing, String key) {
        return finding(
                Severity.VIOLATION,
                Check.NAME_TAKEN,
                Triple.create(thing, RDF.Nodes.type, classOf(thing)),
                Wording.of(key, "thing", term(thing)),
                Wording.of(key + ".fix"));
    }

    private Node classOf(Node thing) {
        return entry.find(Node.ANY, thing, RDF.Nodes.type, Node.ANY).next().getObject();
    }

    private Finding finding(Duplicate duplicate) {
        Duplicate.Reason reason = duplicate.reasons().getFirst();
        String key = "context.duplicate." + reason.by().name().toLowerCase(Locale.ROOT);
        Wording wording = Wording.of(
                key,
                "thing",
                vocabulary.names().of(duplicate.thing().getURI()),
                "known",
                new Parameter.Term(vocabulary.names().of(duplicate.known().getURI()), duplicate.labels()),
                "text",
                reason.text(),
                "other",
                reason.known(),
                "score",
                String.format(Locale.ROOT, "%.2f", duplicate.score()));
        boolean certain = duplicate.isCertain();
        return finding(
                certain ? Severity.VIOLATION : Severity.INFO,
                Check.LIKELY_DUPLICATE,
                said(duplicate.thing(), reason.text()),
                wording,
                Wording.of(certain ? "context.duplicate.certain.fix" : "context.duplicate.fix"));
    }

    /** The statement by which it was found. */
    private Triple said(Node thing, String text) {
        List<Triple> about = new ArrayList<>();
        entry.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> about.add(quad.asTriple()));
        return about.stream()
                .filter(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm().equals(text)
                        : triple.getObject().isURI()
                                && triple.getObject().getURI().equals(text))
                .findFirst()
                .orElseGet(() -> Triple.create(thing, RDF.Nodes.type, classOf(thing)));
    }

    private static Finding finding(Severity severity, Check check, Triple place, Wording wording, Wording fix) {
        return new Finding(
                Position.NOWHERE,
                severity,
                Optional.empty(),
                check.component(),
                Optional.of(place.getSubject()),
                Optional.of(PathFactory.pathLink(place.getPredicate())),
                Optional.of(place.getObject()),
                Optional.empty(),
                Optional.empty(),
                wording,
                List.of(),
                Optional.of(new Fix(fix, List.of())));
    }

    /** The things of the same kind whose keys or names are most like the key. */
    private Optional<Fix> meant(Node nothing) {
        String iri = nothing.getURI();
        int cut = iri.lastIndexOf('/') + 1;
        String kind = iri.substring(0, cut);
        String key = iri.substring(cut).replace('-', ' ').strip();
        if (names.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> near = names.get().search(NameQuery.matching(key).limit(50)).stream()
                .filter(match -> match.score() >= MEANT && match.thing().iri().startsWith(kind))
                .limit(MOST_MEANT)
                .<Parameter>map(match ->
                        new Parameter.Term(vocabulary.names().of(match.thing().iri()), labels(match.thing())))
                .toList();
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(Wording.of("meant", "meant", new Parameter.Choice(near)), List.of()));
    }

    private static Map<String, String> labels(NamedThing thing) {
        Map<String, String> labels = new TreeMap<>();
        thing.names().stream()
                .filter(name -> name.role() == Name.Role.PREFERRED)
                .forEach(name -> labels.putIfAbsent(name.language(), name.text()));
        return labels;
    }

    private Parameter.Term term(Node thing) {
        Map<String, String> labels = new TreeMap<>();
        published
                .find(thing, SKOS.prefLabel.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .forEachRemaining(
                        label -> labels.putIfAbsent(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
        return new Parameter.Term(vocabulary.names().of(thing.getURI()), labels);
    }

    private static Finding with(Finding finding, Fix fix) {
        return new Finding(
                finding.position(),
                finding.severity(),
                finding.ownSeverity(),
                finding.component(),
                finding.focusNode(),
                finding.path(),
                finding.value(),
                finding.shape(),
                finding.constraint(),
                finding.wording(),
                finding.inner(),
                Optional.of(fix));
    }
}
