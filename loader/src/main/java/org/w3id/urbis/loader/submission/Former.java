package org.w3id.urbis.loader.submission;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.source.SourceFile;

/**
 * A submission that was in the graph and is there no more.
 *
 * @param graph the name of the graph that held what it said
 * @param file  what it said
 * @param ended the event by which it left: its withdrawal, or the acceptance of what took its place
 */
public record Former(Node graph, SourceFile file, Event ended) {

    /**
     * Says what became of what it described and nothing describes any more.
     *
     * @return one sentence in English: when, by whom, and why if they said so
     */
    public String told() {
        String when = LocalDate.ofInstant(ended.at(), ZoneOffset.UTC) + " by "
                + ended.by().name();
        return (ended.kind() == Event.Kind.WITHDRAWN ? "Withdrawn on " : "Left out of a correction accepted on ")
                + when
                + ended.detail(Event.REASON).map(reason -> ": " + reason).orElse(".");
    }
}
