package org.w3id.urbis.loader.entry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.shapes.Folded;
import org.w3id.urbis.shapes.Spelling;
import org.w3id.urbis.shapes.Vocabulary;

/** Codes, areas and elements of frameworks by all that they are called. */
final class CodeLists {

    static final String THINGS = "https://w3id.org/urbis/id/";
    static final String AREA = "area";
    static final String AREAS = "http://metadata.un.org/sdg/codes/geoArea/";

    private static final String LISTS = THINGS + "code-list/";
    private static final Pattern CODE = Pattern.compile(Pattern.quote(THINGS) + "([a-z-]+)/([^/]+)");
    private static final List<Node> CALLED = List.of(
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.notation.asNode(),
            term("abbreviation"),
            term("m49Code"),
            term("iso3166Alpha2"),
            term("iso3166Alpha3"));

    /** Space, that is a code list, {@link #AREA} or empty for all else; then what is folded of a name; then the thing. */
    private final Map<String, Map<String, Node>> byName = new TreeMap<>();

    private final Set<String> lists = new TreeSet<>();
    private final Map<Node, String> areaNames = new HashMap<>();

    CodeLists(Vocabulary vocabulary) {
        Graph graph = vocabulary.graph();
        graph.stream(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(LISTS))
                .map(Triple::getSubject)
                .forEach(code -> {
                    lists.add(kind(code));
                    names(code).put(Folded.of(local(code)), code);
                });
        for (Node called : CALLED) {
            graph.stream(Node.ANY, called, Node.ANY)
                    .filter(triple ->
                            triple.getSubject().isURI() && triple.getObject().isLiteral())
                    .filter(triple -> !triple.getSubject().getURI().startsWith(EntryTerms.ONTOLOGY))
                    .forEach(triple -> {
                        Node thing = triple.getSubject();
                        names(thing).putIfAbsent(Folded.of(triple.getObject().getLiteralLexicalForm()), thing);
                    });
        }
        byName.getOrDefault(AREA, Map.of())
                .values()
                .forEach(area ->
                        areaNames.put(area, vocabulary.labels(area.getURI()).getOrDefault("en", local(area))));
    }

    /** Whether a kind of things is a code list. */
    boolean isList(String kind) {
        return lists.contains(kind);
    }

    /** All codes of a list, or all areas, by their keys. */
    List<Node> codes(String list) {
        return byName.getOrDefault(list, Map.of()).values().stream()
                .distinct()
                .sorted(Comparator.comparing(CodeLists::local))
                .toList();
    }

    /** The code of a list by its code or a label in any language. */
    Optional<Node> code(String list, String name) {
        return find(list, name);
    }

    /** The country or region by its code or name. A number that lost its leading zeros is understood. */
    Optional<Node> area(String name) {
        return find(AREA, name)
                .or(() -> name.matches("[0-9]{1,2}")
                        ? find(AREA, "0".repeat(3 - name.length()) + name)
                        : Optional.empty());
    }

    /** The names of countries and regions that a misspelt one was probably meant to be. */
    List<String> nearAreas(String name) {
        return Spelling.nearest(
                        Folded.of(name), byName.getOrDefault(AREA, Map.of()).keySet())
                .stream()
                .map(near -> byName.get(AREA).get(near))
                .distinct()
                .map(area -> areaNames.getOrDefault(area, local(area)))
                .toList();
    }

    /** Whatever is called so and is no code: an area, a framework, an element of one. */
    Optional<Node> anything(String name) {
        return Stream.of("", AREA)
                .map(space -> find(space, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Node> find(String space, String name) {
        return Optional.ofNullable(byName.getOrDefault(space, Map.of()).get(Folded.of(name)));
    }

    private Map<String, Node> names(Node thing) {
        return byName.computeIfAbsent(space(thing.getURI()), any -> new TreeMap<>());
    }

    private String space(String iri) {
        if (iri.startsWith(AREAS)) {
            return AREA;
        }
        Matcher code = CODE.matcher(iri);
        return code.matches() && lists.contains(code.group(1)) ? code.group(1) : "";
    }

    private static String kind(Node thing) {
        Matcher code = CODE.matcher(thing.getURI());
        return code.matches() ? code.group(1) : "";
    }

    static String local(Node node) {
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(EntryTerms.ONTOLOGY + name);
    }
}
