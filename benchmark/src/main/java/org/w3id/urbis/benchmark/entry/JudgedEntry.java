package org.w3id.urbis.benchmark.entry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.loader.PublishedNames;
import org.w3id.urbis.loader.Reception;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * An entry of fifty statements: a network with its number of members, memberships in it and in the network of the graph that
 * has most members, and a commitment of the government that makes most.
 */
public final class JudgedEntry {

    private static final int STATEMENTS = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final byte[] turtle;
    private final Reception reception;

    /**
     * Prepares an entry.
     *
     * @param data     the data directory that it would go into
     * @param standard what to judge by
     * @param number   tells this entry from others that say the same of other things
     */
    public JudgedEntry(Path data, Standard standard, int number) {
        this.turtle = text(number).getBytes(StandardCharsets.UTF_8);
        this.reception = new Reception(new Submissions(data, Clock.systemUTC()), standard);
    }

    private static String text(int number) {
        StringBuilder text = new StringBuilder("""
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix i: <https://w3id.org/urbis/id/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <https://w3id.org/urbis/id/network/judged-%1$d> a urbis:Network ;
                skos:prefLabel "Alliance of tidal harbours %1$d"@en ;
                dct:description "Harbours that share what they learn about tides."@en ;
                urbis:website "www.tidal-harbours.example" ;
                urbis:memberCount [ a urbis:MemberCount ; urbis:value 4 ;
                    urbis:comparator <https://w3id.org/urbis/id/comparator/exactly> ;
                    urbis:measure <https://w3id.org/urbis/id/measure/member-cities> ;
                    urbis:unit <https://w3id.org/urbis/id/unit/city> ;
                    urbis:asOf "2026"^^xsd:gYear ; urbis:citation [ urbis:lines "1" ] ] ;
                urbis:citation [ urbis:lines "1" ] .

            <https://w3id.org/urbis/id/commitment/judged-%1$d> a urbis:Commitment ;
                skos:prefLabel "Keep harbours clean %1$d"@en ;
                urbis:committedBy <https://w3id.org/urbis/id/government/synthetic-0> ;
                urbis:commitmentKind <https://w3id.org/urbis/id/commitment-kind/pledge> ;
                urbis:deadline "2035"^^xsd:gYear ;
                urbis:citation [ urbis:lines "2" ] .
            """.formatted(number));
        for (int member = 0; member < 4; member++) {
            text.append("""

                <https://w3id.org/urbis/id/membership/judged-%1$d-%2$d> a urbis:Membership ;
                    urbis:member <https://w3id.org/urbis/id/government/synthetic-%2$d> ;
                    urbis:inOrganization <https://w3id.org/urbis/id/network/%3$s> ;
                    urbis:role <https://w3id.org/urbis/id/role/member> ;
                    urbis:startDate "2026"^^xsd:gYear ;
                    urbis:citation [ urbis:lines "3" ] .
                """.formatted(number, member, member % 2 == 0 ? "judged-" + number : "synthetic-0"));
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
