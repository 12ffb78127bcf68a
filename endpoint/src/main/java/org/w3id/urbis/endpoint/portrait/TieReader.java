package org.w3id.urbis.endpoint.portrait;

import static org.w3id.urbis.endpoint.portrait.Lookup.COOPERATES_WITH;
import static org.w3id.urbis.endpoint.portrait.Lookup.IN_ORGANIZATION;
import static org.w3id.urbis.endpoint.portrait.Lookup.IS_MEMBER_OF;
import static org.w3id.urbis.endpoint.portrait.Lookup.MEMBER;
import static org.w3id.urbis.endpoint.portrait.Lookup.PARTICIPANT;
import static org.w3id.urbis.endpoint.portrait.Lookup.PARTNERSHIP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Finds whom somebody belongs to and works with. */
final class TieReader {
    /** What somebody runs together with others. */
    private static final List<Node> RUNS = Stream.of("carriedOutBy", "organizedBy", "coordinatedBy", "managedBy")
            .map(Lookup::term)
            .toList();

    private static final Node IN_ACTIVITY = Lookup.term("inActivity");

    private final Lookup lookup;

    TieReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The ties of some actors who stand for one, such as a city and its government. */
    List<Portrait.Tie> of(List<Node> actors) {
        List<Portrait.Tie> ties = new ArrayList<>();
        actors.forEach(actor -> {
            memberships(actor, ties);
            partnerships(actor, ties);
            cooperation(actor, ties);
            activities(actor, ties);
        });
        return ties.stream()
                .filter(tie -> !actors.contains(tie.other()))
                .limit(Portrait.MOST)
                .toList();
    }

    /** Memberships with all they say; what only says that it is a member, where no membership does. */
    private void memberships(Node actor, List<Portrait.Tie> ties) {
        lookup.subjects(MEMBER, actor).keySet().forEach(membership -> lookup.objects(membership, IN_ORGANIZATION)
                .forEach((network, quads) ->
                        ties.add(new Portrait.Tie(MEMBER, network, Optional.of(membership), quads))));
        lookup.objects(actor, IS_MEMBER_OF).forEach((network, quads) -> {
            if (ties.stream()
                            .noneMatch(tie ->
                                    tie.way().equals(MEMBER) && tie.other().equals(network))
                    && !isToldByGovernment(actor, network)) {
                ties.add(new Portrait.Tie(MEMBER, network, Optional.empty(), quads));
            }
        });
    }

    /** That a city is a member follows from the membership of its government, which tells more. */
    private boolean isToldByGovernment(Node place, Node network) {
        return lookup.subjects(Lookup.GOVERNS, place).keySet().stream()
                .flatMap(government -> lookup.subjects(MEMBER, government).keySet().stream())
                .anyMatch(membership ->
                        lookup.objects(membership, IN_ORGANIZATION).containsKey(network));
    }

    private void partnerships(Node actor, List<Portrait.Tie> ties) {
        for (Node partnership : lookup.subjects(PARTICIPANT, actor).keySet()) {
            if (lookup.is(partnership, PARTNERSHIP)) {
                lookup.objects(partnership, PARTICIPANT)
                        .forEach((other, quads) ->
                                ties.add(new Portrait.Tie(PARTNERSHIP, other, Optional.of(partnership), quads)));
            }
        }
    }

    private void cooperation(Node actor, List<Portrait.Tie> ties) {
        Map<Node, List<Quad>> both = new LinkedHashMap<>(lookup.objects(actor, COOPERATES_WITH));
        lookup.subjects(COOPERATES_WITH, actor)
                .forEach((other, quads) ->
                        both.merge(other, quads, (one, more) -> Stream.concat(one.stream(), more.stream())
                                .toList()));
        both.forEach((other, quads) -> ties.add(new Portrait.Tie(COOPERATES_WITH, other, Optional.empty(), quads)));
    }

    private void activities(Node actor, List<Portrait.Tie> ties) {
        for (Node property : RUNS) {
            for (Node activity : lookup.subjects(property, actor).keySet()) {
                for (Node participation : lookup.subjects(IN_ACTIVITY, activity).keySet()) {
                    lookup.objects(participation, PARTICIPANT)
                            .forEach((other, quads) ->
                                    ties.add(new Portrait.Tie(IN_ACTIVITY, other, Optional.of(participation), quads)));
                }
            }
        }
    }
}
