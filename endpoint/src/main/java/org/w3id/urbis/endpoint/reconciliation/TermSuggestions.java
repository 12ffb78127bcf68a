package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.OWL;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.loader.names.FoldedText;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.names.Similarity;
import org.w3id.urbis.ontology.Urbis;

/** Types and properties whose names begin as somebody types, in the order of how well they fit. */
final class TermSuggestions {

    private static final Set<String> PROPERTIES = Set.of(OWL.ObjectProperty.getURI(), OWL.DatatypeProperty.getURI());
    private static final int MOST = 500;
    /** A word of the name begins so, or is mistyped a little. */
    private static final double LIKE_ENOUGH = 0.5;

    private final NameIndex names;
    private final Naming naming;
    private final AnswerJson json;

    TermSuggestions(Session session) {
        this(session, session.json());
    }

    TermSuggestions(Session session, AnswerJson json) {
        this.names = session.revision().names();
        this.naming = session.naming();
        this.json = json;
    }

    private record Scored(String iri, double likeness) {}

    List<ObjectNode> types(String prefix) {
        List<String> all = ServedTypes.all();
        if (prefix.isBlank()) {
            return all.stream().map(json::type).toList();
        }
        Set<String> found = new LinkedHashSet<>();
        names.search(NameQuery.of(prefix).ofTypes(Set.of(OWL.Class.getURI())).limit(MOST)).stream()
                .map(match -> match.thing().iri())
                .filter(ServedTypes::serves)
                .forEach(found::add);
        scored(prefix, all.stream()).forEach(found::add);
        return found.stream().map(json::type).toList();
    }

    List<ObjectNode> properties(String prefix) {
        Set<String> found = new LinkedHashSet<>();
        scored(prefix, ServedProperties.OTHERS.keySet().stream()).forEach(found::add);
        names.search(NameQuery.of(prefix).ofTypes(PROPERTIES).limit(MOST)).stream()
                .map(NameMatch::thing)
                .map(thing -> thing.iri())
                .forEach(found::add);
        String whole = ServedProperties.iri(prefix);
        List<String> ordered = new ArrayList<>(found);
        // Whoever types the id of a property means that one.
        ordered.sort(Comparator.comparing((String iri) -> !iri.equals(whole)));
        return ordered.stream().map(this::property).toList();
    }

    /** A property with what tells it from others of its name. */
    ObjectNode property(String iri) {
        ObjectNode node = json.named(iri);
        String other = ServedProperties.OTHERS.get(iri);
        if (other != null) {
            node.put("name", other);
            json.language(node, "en");
        }
        node.put("description", iri.startsWith(Urbis.NS) ? "urbis:" + Identifiers.localName(iri) : iri);
        return node;
    }

    /** Those whose id or name fits, best first. */
    private List<String> scored(String prefix, Stream<String> iris) {
        Similarity typed = new Similarity(FoldedText.of(prefix), true);
        return iris.map(iri -> new Scored(iri, likeness(typed, prefix, iri)))
                .filter(scored -> scored.likeness() >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
                .map(Scored::iri)
                .toList();
    }

    private double likeness(Similarity typed, String prefix, String iri) {
        if (prefix.isBlank() || prefix.strip().equals(iri)) {
            return 1;
        }
        Name name = naming.of(iri);
        String other = ServedProperties.OTHERS.getOrDefault(iri, name.text());
        return Stream.of(name.text(), other, Identifiers.localName(iri))
                .mapToDouble(text -> typed.of(FoldedText.of(text)))
                .max()
                .orElse(0);
    }
}
