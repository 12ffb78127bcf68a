package org.w3id.urbis.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/** A {@code source.ttl} as a graph in which every statement knows its line. */
final class Description {

    private final SourceFile file;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<Triple, long[]> positions = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Description(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads the file as far as its syntax allows.
     *
     * @throws UnreadableSourceException if it cannot be read
     */
    static Description read(SourceFile file, String base) {
        Description description = new Description(file);
        try (InputStream in = file.open()) {
            RDFParserRegistry.getFactory(Lang.TURTLE)
                    .create(Lang.TURTLE, description.profile(base))
                    .read(
                            in,
                            base,
                            null,
                            StreamRDFLib.graph(description.graph),
                            RIOT.getContext().copy());
        } catch (RiotException e) {
            // Reported with its place by the error handler.
            if (description.faults.isEmpty()) {
                description.faults.add(Fault.of(file.label(), e.getMessage()));
            }
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
        return description;
    }

    private ParserProfileStd profile(String base) {
        return new ParserProfileStd(
                RiotLib.factoryRDF(),
                new Collector(),
                IRIxResolver.create(base).build(),
                PrefixMapFactory.create(),
                RIOT.getContext().copy(),
                true,
                false) {
            @Override
            public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
                Triple triple = super.createTriple(subject, predicate, object, line, column);
                positions.putIfAbsent(triple, new long[] {line, column});
                return triple;
            }
        };
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Notes a fault on the line of the first statement about a node, or on the first line if there is none. */
    void fault(Node about, String message) {
        long line = positions.entrySet().stream()
                .filter(entry -> entry.getKey().getSubject().equals(about))
                .mapToLong(entry -> entry.getValue()[0])
                .min()
                .orElse(1);
        faults.add(new Fault(file.label(), line, 0, message));
    }

    /** Notes a fault at the object of a statement. */
    void fault(Triple at, String message) {
        long[] position = positions.getOrDefault(at, new long[] {1, 1});
        faults.add(new Fault(file.label(), position[0], position[1], message));
    }

    List<Node> subjectsOf(Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toList();
    }

    List<Triple> statements(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList();
    }

    /** The one value of a property, or empty; a second value is a fault. */
    Optional<Node> one(Node subject, Node property) {
        List<Triple> statements = statements(subject, property);
        if (statements.size() > 1) {
            fault(
                    statements.stream().max(inOrder()).orElseThrow(),
                    "<" + property.getURI() + "> has more than one value here. Keep one.");
        }
        return statements.stream().findFirst().map(Triple::getObject);
    }

    private Comparator<Triple> inOrder() {
        return Comparator.comparing((Triple triple) -> positions.get(triple)[0])
                .thenComparing(triple -> positions.get(triple)[1]);
    }

    /** Takes what the parser complains of as faults; all but a warning ends the reading. */
    private final class Collector implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            faults.add(new Fault(file.label(), line, column, message));
        }

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            faults.add(new Fault(file.label(), line, column, message));
            throw new RiotException(message);
        }
    }
}
