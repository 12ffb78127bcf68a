package org.w3id.urbis.endpoint.portrait;

import static org.w3id.urbis.endpoint.portrait.Lookup.BODY_OF;
import static org.w3id.urbis.endpoint.portrait.Lookup.BROADER;
import static org.w3id.urbis.endpoint.portrait.Lookup.COMMITTED_BY;
import static org.w3id.urbis.endpoint.portrait.Lookup.CONTRIBUTES_TO;
import static org.w3id.urbis.endpoint.portrait.Lookup.COOPERATES_WITH;
import static org.w3id.urbis.endpoint.portrait.Lookup.GOVERNS;
import static org.w3id.urbis.endpoint.portrait.Lookup.GROUP_OF;
import static org.w3id.urbis.endpoint.portrait.Lookup.IN_ORGANIZATION;
import static org.w3id.urbis.endpoint.portrait.Lookup.IN_SCHEME;
import static org.w3id.urbis.endpoint.portrait.Lookup.IS_MEMBER_OF;
import static org.w3id.urbis.endpoint.portrait.Lookup.MEMBER;
import static org.w3id.urbis.endpoint.portrait.Lookup.ON_BEHALF_OF;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/** Reads what pages of some kinds show beyond facts, in a transaction of the caller's. */
public final class PortraitReader {
    private final Lookup lookup;
    private final DescriptionReader reader;
    private final TieReader ties;

    /** Prepares to read a dataset. */
    public PortraitReader(DatasetGraph dataset, Identifiers identifiers) {
        this.lookup = new Lookup(dataset);
        this.reader = new DescriptionReader(dataset, identifiers);
        this.ties = new TieReader(lookup);
    }

    /** Reads what belongs to the kind of a thing that is described. */
    public Portrait read(Description description) {
        Node thing = description.thing();
        MainKind kind = MainKind.of(lookup.types(thing));
        return switch (kind) {
            case NETWORK, AGENCY, ORGANIZATION, GOVERNMENT, BODY, GROUP -> actor(kind, description, List.of(thing));
            case CITY -> {
                List<Node> actors = new ArrayList<>(List.of(thing));
                actors.addAll(lookup.subjects(GOVERNS, thing).keySet());
                yield actor(kind, description, actors);
            }
            case COMMITMENT -> commitment(description);
            case FRAMEWORK, ELEMENT -> framework(kind, description);
            case DOCUMENT, SOURCE -> document(kind, description);
            default -> Portrait.plain(kind, description);
        };
    }

    /** Who is a member of an organisation, each with what says so; {@link Portrait#MOST} at most. */
    public Map<Node, List<Quad>> members(Node organization) {
        Map<Node, List<Quad>> members = new LinkedHashMap<>();
        lookup.subjects(IN_ORGANIZATION, organization).forEach((membership, quads) -> lookup.objects(membership, MEMBER)
                .forEach((member, said) -> members.putIfAbsent(member, said)));
        lookup.subjects(IS_MEMBER_OF, organization).forEach(members::putIfAbsent);
        return members;
    }

    /** Things of a kind, in the order of their IRIs. */
    public List<Node> things(MainKind kind, int most) {
        return lookup.all(Terms.TYPE, kind.term(), most);
    }

    /** Somebody who joins, promises and works with others; a city by its government too. */
    private Portrait actor(MainKind kind, Description description, List<Node> actors) {
        List<Node> commitments = commitments(actors);
        List<Portrait.Tie> found = ties.of(actors);
        List<Portrait.Contribution> contributions = contributions(actors, commitments);
        Description whole = description;
        for (Node one : commitments) {
            whole = whole.with(reader.readFacts(one));
        }
        for (Portrait.Tie tie : found) {
            whole = whole.with(reader.readFacts(tie.through().orElse(tie.other())));
        }
        for (Node actor : actors) {
            whole = whole.with(reader.readFacts(actor));
        }
        for (Portrait.Contribution contribution : contributions) {
            whole = whole.with(reader.readNames(List.of(contribution.framework(), contribution.element())));
        }
        return new Portrait(
                kind,
                whole,
                commitments,
                found,
                contributions,
                Optional.empty(),
                List.of(),
                Set.of(COOPERATES_WITH, CONTRIBUTES_TO, IS_MEMBER_OF),
                Set.of(COMMITTED_BY, ON_BEHALF_OF, COOPERATES_WITH, MEMBER));
    }

    /** What they promised, or their groups and bodies, or others on their behalf. */
    private List<Node> commitments(List<Node> actors) {
        Set<Node> promising = new LinkedHashSet<>(actors);
        for (Node actor : actors) {
            for (Node property : List.of(GROUP_OF, BODY_OF)) {
                for (Node part : lookup.subjects(property, actor).keySet()) {
                    promising.add(part);
                    promising.addAll(lookup.subjects(GROUP_OF, part).keySet());
                }
            }
        }
        Set<Node> commitments = new LinkedHashSet<>();
        for (Node one : promising) {
            commitments.addAll(lookup.subjects(COMMITTED_BY, one).keySet());
            commitments.addAll(lookup.subjects(ON_BEHALF_OF, one).keySet());
        }
        return commitments.stream().limit(Portrait.MOST).toList();
    }

    private List<Portrait.Contribution> contributions(List<Node> actors, List<Node> commitments) {
        List<Node> all = new ArrayList<>(actors);
        all.addAll(commitments);
        List<Portrait.Contribution> contributions = new ArrayList<>();
        for (Node by : all) {
            lookup.objects(by, CONTRIBUTES_TO)
                    .forEach((element, quads) ->
                            contributions.add(new Portrait.Contribution(framework(element), element, by, quads)));
        }
        return contributions;
    }

    /** The framework of an element; of a framework, itself. */
    private Node framework(Node element) {
        if (lookup.is(element, Lookup.FRAMEWORK)) {
            return element;
        }
        Set<Node> schemes = lookup.objects(element, IN_SCHEME).keySet();
        return schemes.stream()
                .filter(scheme -> lookup.is(scheme, Lookup.FRAMEWORK))
                .findFirst()
                .orElse(schemes.stream().findFirst().orElse(element));
    }

    /** What else was promised by the same. */
    private Portrait commitment(Description description) {
        Node thing = description.thing();
        List<Node> makers = List.copyOf(lookup.objects(thing, COMMITTED_BY).keySet());
        List<Node> others = new ArrayList<>(List.of(thing));
        commitments(makers).stream().filter(one -> !one.equals(thing)).forEach(others::add);
        Description whole = description;
        for (Node one : others) {
            whole = whole.with(reader.readFacts(one));
        }
        List<Portrait.Contribution> contributions = contributions(List.of(), List.of(thing));
        for (Portrait.Contribution contribution : contributions) {
            whole = whole.with(reader.readNames(List.of(contribution.framework(), contribution.element())));
        }
        return new Portrait(
                MainKind.COMMITMENT,
                whole,
                others.size() > 1 ? others : List.of(),
                List.of(),
                contributions,
                Optional.empty(),
                List.of(),
                Set.of(CONTRIBUTES_TO),
                Set.of());
    }

    private Portrait document(MainKind kind, Description description) {
        List<Portrait.DocumentSection> sections = new SectionReader(lookup).of(description.thing(), kind);
        List<Node> graphs =
                sections.stream().map(Portrait.DocumentSection::graph).toList();
        return new Portrait(
                kind,
                description.with(reader.readPlaces(graphs)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                sections,
                Set.of(Terms.HAS_GRAPH),
                sections.isEmpty() ? Set.of() : Set.of(Terms.DOCUMENT));
    }

    private Portrait framework(MainKind kind, Description description) {
        TreeReader trees = new TreeReader(lookup);
        ElementTree tree = kind == MainKind.FRAMEWORK
                ? trees.ofFramework(description.thing())
                : trees.ofElement(description.thing(), framework(description.thing()));
        Description whole = description;
        Set<Node> named = new LinkedHashSet<>(tree.above());
        List<ElementTree.Contributor> contributors = new ArrayList<>(tree.own());
        collect(tree.branches(), named, contributors);
        whole = whole.with(reader.readNames(named));
        for (ElementTree.Contributor contributor : contributors) {
            whole = whole.with(reader.readFacts(contributor.by()));
        }
        return new Portrait(
                kind,
                whole,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(tree).filter(found -> !found.isEmpty()),
                List.of(),
                Set.of(BROADER),
                Set.of(
                        CONTRIBUTES_TO,
                        IN_SCHEME,
                        BROADER,
                        SKOS.topConceptOf.asNode(),
                        SKOS.broaderTransitive.asNode()));
    }

    private static void collect(
            Collection<ElementTree.Branch> branches, Set<Node> named, List<ElementTree.Contributor> contributors) {
        for (ElementTree.Branch branch : branches) {
            named.add(branch.element());
            contributors.addAll(branch.own());
            collect(branch.branches(), named, contributors);
        }
    }
}
