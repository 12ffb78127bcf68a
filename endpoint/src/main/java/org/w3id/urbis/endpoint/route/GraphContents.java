package org.w3id.urbis.endpoint.route;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.document.GraphDocument;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.ThingView;
import org.w3id.urbis.endpoint.page.Wording;

/** What stands in a named graph: all of it as data, the things it speaks of as links. */
final class GraphContents {
    private static final int MOST_LINKS = 200;
    private static final int MOST_COUNTED = 10_000;

    private final Site site;

    GraphContents(Site site) {
        this.site = site;
    }

    /** Whether an IRI names a graph that holds something. */
    boolean isGraph(DatasetGraph dataset, Node iri) {
        return Txn.calculateRead(dataset, () -> dataset.contains(iri, Node.ANY, Node.ANY, Node.ANY));
    }

    /** Sends all triples of a graph, however many. */
    void send(ServerRequest request, ServerResponse response, DatasetGraph dataset, Node name, Choice choice) {
        String origin = Asking.origin(request);
        Answering.stream(request, response, choice.contentType(), out -> {
            if (choice.form() == Representation.JSON_LD) {
                writeDocument(dataset, name, origin, out);
            } else {
                Txn.executeRead(dataset, () -> GraphWriting.write(dataset.getGraph(name), choice.form(), out));
            }
        });
    }

    private void writeDocument(DatasetGraph dataset, Node name, String origin, OutputStream out) {
        Txn.executeRead(dataset, () -> {
            Iterator<Quad> quads = dataset.find(name, Node.ANY, Node.ANY, Node.ANY);
            try {
                new GraphDocument(site.context(), site.identifiers()).write(quads, origin, out);
            } catch (IOException brokeOff) {
                throw new UncheckedIOException(brokeOff);
            } finally {
                Iter.close(quads);
            }
        });
    }

    /** The named things a graph speaks of, by name; nothing if the IRI is no graph. To be called in a transaction. */
    ThingView.ContentsView view(DatasetGraph dataset, Node name, Languages languages) {
        Set<Node> subjects = new LinkedHashSet<>();
        Iterator<Quad> quads = dataset.find(name, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext() && subjects.size() < MOST_COUNTED) {
            Node subject = quads.next().getSubject();
            if (subject.isURI() && !site.identifiers().isGenerated(subject.getURI())) {
                subjects.add(subject);
            }
        }
        if (subjects.isEmpty()) {
            return ThingView.ContentsView.NONE;
        }
        DescriptionReader reader = new DescriptionReader(dataset, site.identifiers());
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        List<Node> shown = new ArrayList<>(subjects).subList(0, Math.min(subjects.size(), MOST_LINKS));
        shown.forEach(subject -> names.put(subject, reader.names(subject)));
        Wording wording = new Wording(names, site.identifiers(), languages);
        List<Link> links = shown.stream()
                .map(wording::link)
                .sorted(Comparator.comparing(link -> link.text().value()))
                .toList();
        String count =
                subjects.size() < MOST_COUNTED ? Integer.toString(subjects.size()) : "more than " + (MOST_COUNTED - 1);
        return new ThingView.ContentsView(count, links, subjects.size() > links.size());
    }
}
