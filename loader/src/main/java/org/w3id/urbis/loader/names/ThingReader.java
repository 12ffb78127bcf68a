package org.w3id.urbis.loader.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** Reads from the statements about a thing what the index keeps of it. */
final class ThingReader {

    /** Where counting of those that refer to a thing stops. */
    private static final int MOST_COUNTED = 10_000;

    static final Map<Node, Name.Role> NAMES = Map.of(
            SKOS.prefLabel.asNode(), Name.Role.PREFERRED,
            RDFS.label.asNode(), Name.Role.PREFERRED,
            DCTerms.title.asNode(), Name.Role.PREFERRED,
            SKOS.altLabel.asNode(), Name.Role.ALTERNATIVE,
            term("abbreviation"), Name.Role.ABBREVIATION,
            term("formerName"), Name.Role.FORMER);
    static final Set<Node> SAME = Set.of(OWL.sameAs.asNode(), SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode());
    static final Set<Node> CODES = Set.of(
            SKOS.notation.asNode(),
            DCTerms.identifier.asNode(),
            term("m49Code"),
            term("iso3166Alpha2"),
            term("iso3166Alpha3"),
            term("documentSymbol"),
            term("unSystemCode"));
    static final Node WEBSITE = term("website");
    private static final Node COUNTRY = term("country");
    private static final Node WITHIN = term("isWithin");
    private static final Node LATITUDE = NodeFactory.createURI(Urbis.LATITUDE);
    private static final Node LONGITUDE = NodeFactory.createURI(Urbis.LONGITUDE);
    private static final Node POPULATION = term("population");
    private static final Node VALUE = term("value");
    /** By which an organisation is at a place. */
    private static final List<Node> TO_PLACE = List.of(term("governs"), term("seat"));

    /** By which a thing leads to what is looked up. */
    static final Set<Node> WAYS =
            Stream.concat(TO_PLACE.stream(), Stream.of(POPULATION)).collect(Collectors.toUnmodifiableSet());

    private final Surroundings around;

    ThingReader(Surroundings around) {
        this.around = around;
    }

    /**
     * Reads a thing.
     *
     * @param iri   the thing
     * @param quads all statements of which it is the subject
     * @return the thing, or empty if it has no name
     */
    Optional<NamedThing> read(Node iri, List<Quad> quads) {
        List<Name> names = quads.stream()
                .filter(quad -> NAMES.containsKey(quad.getPredicate())
                        && quad.getObject().isLiteral())
                .map(quad -> name(NAMES.get(quad.getPredicate()), quad.getObject()))
                .filter(name -> !name.text().isBlank())
                .distinct()
                .sorted(Comparator.comparing(Name::role))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Quad> place = placeOf(quads);
        Set<String> within = new LinkedHashSet<>(iris(place, WITHIN));
        Optional<String> country = iris(place, COUNTRY).stream().sorted().findFirst();
        country.ifPresent(within::add);
        long population = population(quads);
        return Optional.of(new NamedThing(
                iri.getURI(),
                types(quads),
                names,
                country,
                within,
                codes(quads),
                position(place),
                population,
                Math.log10(1.0 + population) + Math.log10(1.0 + around.references(iri, MOST_COUNTED))));
    }

    /**
     * Finds the things that read otherwise after a change.
     *
     * @param changed the statements that are new or there no more
     * @param graph   all statements, in a transaction of the caller's
     * @return all IRIs of which the index may keep something else now
     */
    static Set<Node> concerned(List<Quad> changed, DatasetGraph graph) {
        Set<Node> concerned = new LinkedHashSet<>();
        Set<Node> described = new LinkedHashSet<>();
        changed.forEach(quad -> {
            described.add(quad.getSubject());
            // How many refer to it counts.
            concerned.add(quad.getObject());
        });
        concerned.addAll(described);
        for (Node place : described) {
            WAYS.forEach(property -> graph.find(Node.ANY, Node.ANY, property, place)
                    .forEachRemaining(quad -> concerned.add(quad.getSubject())));
        }
        concerned.removeIf(node -> !node.isURI());
        return concerned;
    }

    static Set<Node> properties(Name.Role role) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Name name(Name.Role role, Node literal) {
        return new Name(literal.getLiteralLexicalForm(), literal.getLiteralLanguage(), role);
    }

    /** The statements about the place of a thing: its own, and those of the place it governs or is seated in. */
    private List<Quad> placeOf(List<Quad> quads) {
        Optional<Node> place = TO_PLACE.stream()
                .flatMap(property -> objects(quads, property))
                .filter(Node::isURI)
                .findFirst();
        if (place.isEmpty()) {
            return quads;
        }
        List<Quad> both = new ArrayList<>(quads);
        around.about(place.get(), Node.ANY).forEachRemaining(both::add);
        return both;
    }

    private static Set<String> types(List<Quad> quads) {
        Set<String> all = iris(quads, RDF.type.asNode());
        Set<String> ours = new LinkedHashSet<>(all);
        ours.removeIf(type -> !type.startsWith(Urbis.NS));
        return ours.isEmpty() ? all : ours;
    }

    private static Set<String> codes(List<Quad> quads) {
        Set<String> codes = new LinkedHashSet<>();
        for (Quad quad : quads) {
            Node property = quad.getPredicate();
            Node object = quad.getObject();
            if (SAME.contains(property) && object.isURI()) {
                codes.addAll(Codes.ofIri(object.getURI()));
            } else if (CODES.contains(property) && object.isLiteral()) {
                codes.add(Codes.plain(object.getLiteralLexicalForm()));
                codes.add(Codes.of(property.getURI(), object.getLiteralLexicalForm()));
            } else if (property.equals(WEBSITE) && object.isLiteral()) {
                Codes.host(object.getLiteralLexicalForm()).ifPresent(codes::add);
            }
        }
        codes.remove("");
        return codes;
    }

    private static Optional<Position> position(List<Quad> quads) {
        OptionalDouble north = number(quads, LATITUDE);
        OptionalDouble east = number(quads, LONGITUDE);
        return north.isPresent()
                        && east.isPresent()
                        && Math.abs(north.getAsDouble()) <= 90
                        && Math.abs(east.getAsDouble()) <= 180
                ? Optional.of(new Position(north.getAsDouble(), east.getAsDouble()))
                : Optional.empty();
    }

    private long population(List<Quad> quads) {
        return objects(quads, POPULATION)
                .mapToLong(count -> (long)
                        number(Iter.toList(around.about(count, VALUE)), VALUE).orElse(0))
                .max()
                .orElse(0);
    }

    private static OptionalDouble number(List<Quad> quads, Node property) {
        return objects(quads, property)
                .filter(Node::isLiteral)
                .filter(literal -> literal.getLiteralValue() instanceof Number)
                .mapToDouble(literal -> ((Number) literal.getLiteralValue()).doubleValue())
                .findFirst();
    }

    private static Set<String> iris(List<Quad> quads, Node property) {
        Set<String> iris = new LinkedHashSet<>();
        objects(quads, property).filter(Node::isURI).map(Node::getURI).forEach(iris::add);
        return iris;
    }

    private static Stream<Node> objects(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }
}
