package org.w3id.urbis.endpoint.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;

/** What things are called in the languages wanted, looked up once each. To be used in one transaction by one thread. */
public final class Names implements Function<Node, String> {
    /** The paths to what things are called. */
    public static final List<Path> PATHS =
            Terms.NAMES.stream().<Path>map(P_Link::new).toList();

    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Map<Node, Text> known = new HashMap<>();

    /** Prepares to look names up. */
    public Names(DatasetGraph dataset, Identifiers identifiers, Languages languages) {
        this.reader = new DescriptionReader(dataset, identifiers);
        this.identifiers = identifiers;
        this.languages = languages;
    }

    /** The name with its language; the end of the IRI for want of a name. */
    Text text(Node node) {
        return known.computeIfAbsent(node, this::look);
    }

    /** The name of one of very many, of which none is remembered. */
    String read(Node node) {
        return look(node).value();
    }

    private Text look(Node node) {
        return new Wording(Map.of(node, reader.names(node)), identifiers, languages).name(node);
    }

    /** Whether the graph says what it is called. */
    boolean isNamed(Node node) {
        return !reader.names(node).isEmpty();
    }

    @Override
    public String apply(Node node) {
        return text(node).value();
    }
}
