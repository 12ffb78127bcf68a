package org.w3id.urbis.benchmark.entry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.PublishedNames;
import org.w3id.urbis.loader.Reception;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.ontology.Urbis;

/**
 * An entry of fifty statements: a network with its number of members, memberships in it and in a network of the graph that has
 * many members, and a commitment of an organisation of the graph.
 */
public final class JudgedEntry {

    private static final int STATEMENTS = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final byte[] turtle;
    private final Reception reception;

    /**
     * What an entry refers to.
     *
     * @param network the IRI of a network
     * @param members the IRIs of four organisations
     */
    public record Surroundings(String network, List<String> members) {
        private static final int LOOKED_AT = 200;
        private static final int MEMBERS = 4;

        /**
         * Looks around in a graph.
         *
         * @param published the graph
         * @return the one with most members of its first networks, and organisations of it
         */
        public static Surroundings of(DatasetGraph published) {
            return Txn.calculateRead(published, () -> {
                List<Node> networks = things(published, "Network", LOOKED_AT);
                Node network = networks.stream()
                        .max(Comparator.comparingLong(one -> Iter.count(published.findNG(
                                Node.ANY, Node.ANY, NodeFactory.createURI(Urbis.NS + "inOrganization"), one))))
                        .orElseThrow();
                List<Node> members = new ArrayList<>(things(published, "LocalGovernment", MEMBERS));
                members.addAll(things(published, "Network", MEMBERS));
                return new Surroundings(
                        network.getURI(),
                        members.stream().limit(MEMBERS).map(Node::getURI).toList());
            });
        }

        private static List<Node> things(DatasetGraph published, String type, int most) {
            return published.stream(Node.ANY, Node.ANY, RDF.Nodes.type, NodeFactory.createURI(Urbis.NS + type))
                    .map(Quad::getSubject)
                    .filter(thing -> thing.isURI() && thing.getURI().startsWith("https://w3id.org/urbis/id/"))
                    .distinct()
                    .limit(most)
                    .toList();
        }
    }

    /**
     * Prepares an entry.
     *
     * @param data        the data directory that it would go into
     * @param standard    what to judge by
     * @param surroundings what it refers to
     * @param number      tells this entry from others that say the same of other things
     */
    public JudgedEntry(Path data, Standard standard, Surroundings surroundings, int number) {
        this.turtle = text(surroundings, number).getBytes(StandardCharsets.UTF_8);
        this.reception = new Reception(new Submissions(data, Clock.systemUTC()), standard);
    }

    private static String text(Surroundings surroundings, int number) {
        StringBuilder text =
                new StringBuilder("""
                    @prefix dct: <http://purl.org/dc/terms/> .
                    @prefix i: <https://w3id.org/urbis/id/> .
                    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                    @prefix urbis: <https://w3id.org/urbis/ontology#> .
                    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                    <https://w3id.org/urbis/id/network/judged-%1$d> a urbis:Network ;
                        skos:prefLabel "Alliance of tidal harbours %1$d"@en ;
                        dct:description "Harbours that share what they learn about tides."@en ;
                        urbis:memberCount [ a urbis:MemberCount ; urbis:value 4 ;
                            urbis:comparator <https://w3id.org/urbis/id/comparator/exactly> ;
                            urbis:measure <https://w3id.org/urbis/id/measure/member-cities> ;
                            urbis:unit <https://w3id.org/urbis/id/unit/city> ;
                            urbis:asOf "2026"^^xsd:gYear ; urbis:citation [ urbis:lines "1" ] ] ;
                        urbis:citation [ urbis:lines "1" ] .

                    <https://w3id.org/urbis/id/commitment/judged-%1$d> a urbis:Commitment ;
                        skos:prefLabel "Keep harbours clean %1$d"@en ;
                        dct:description "No waste goes into the water."@en ;
                        urbis:committedBy <%2$s> ;
                        urbis:commitmentKind <https://w3id.org/urbis/id/commitment-kind/pledge> ;
                        urbis:deadline "2035"^^xsd:gYear ;
                        urbis:citation [ urbis:lines "2" ] .
                    """.formatted(number, surroundings.members().getFirst()));
        for (int member = 0; member < 4; member++) {
            text.append("""

                <https://w3id.org/urbis/id/membership/judged-%1$d-%2$d> a urbis:Membership ;
                    urbis:member <%4$s> ;
                    urbis:inOrganization <%3$s> ;
                    urbis:role <https://w3id.org/urbis/id/role/member> ;
                    urbis:startDate "2026"^^xsd:gYear ;
                    urbis:citation [ urbis:lines "3" ] .
                """.formatted(
                    number,
                    member,
                    member % 2 == 0 ? "https://w3id.org/urbis/id/network/judged-" + number : surroundings.network(),
                    surroundings.members().get(member)));
        }
        return text.toString();
    }

    /**
     * What judging took.
     *
     * @param milliseconds          from beginning to end
     * @param processorMilliseconds processor time of the thread that judged
     */
    public record Cost(double milliseconds, double processorMilliseconds) {}

    /**
     * Judges the entry.
     *
     * @param published the graph it would go into
     * @param revision  its revision, whose names are looked up
     * @return what that took
     */
    public Cost judge(DatasetGraph published, Revision revision) {
        Arrival arrival = new Arrival("entry.ttl", RdfFormat.TURTLE, "text/turtle", turtle, Optional.empty());
        try (PublishedNames names = PublishedNames.of(revision)) {
            return Txn.calculateRead(published, () -> judge(arrival, published, names.index()));
        }
    }

    private Cost judge(Arrival arrival, DatasetGraph published, Optional<NameIndex> names) {
        long processor = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        ValidationResult judged = reception.judge(arrival, published, names);
        double took = (System.nanoTime() - begin) / 1e6;
        double processorTook = (THREADS.getCurrentThreadCpuTime() - processor) / 1e6;
        if (!judged.isAcceptable() || judged.statementCount() != STATEMENTS) {
            throw new IllegalStateException(judged.statementCount() + " statements: " + judged.findings());
        }
        return new Cost(took, processorTook);
    }
}
