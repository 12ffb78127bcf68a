package org.w3id.urbis.loader;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.source.Source;

/** On which day a link was first found: that of the current revision if it has the same one, or else today. */
final class EarlierLinks implements BiFunction<Node, Node, LocalDate> {

    private final Map<String, LocalDate> days = new HashMap<>();
    private final LocalDate today;

    EarlierLinks(EarlierSources earlier, Source source, BaseIri base, LocalDate today) {
        this.today = today;
        if (earlier.ids().contains(source.id())) {
            Node matchedOn = NodeFactory.createURI(base.terms() + "matchedOn");
            for (Quad quad : earlier.quads(source.id())) {
                if (quad.getPredicate().equals(matchedOn)) {
                    days.put(
                            key(quad.getSubject()),
                            LocalDate.parse(quad.getObject().getLiteralLexicalForm()));
                }
            }
        }
    }

    @Override
    public LocalDate apply(Node own, Node known) {
        return days.getOrDefault(key(own) + "-" + key(known), today);
    }

    private static String key(Node thing) {
        return thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
    }
}
