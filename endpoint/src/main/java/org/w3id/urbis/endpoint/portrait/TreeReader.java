package org.w3id.urbis.endpoint.portrait;

import static org.w3id.urbis.endpoint.portrait.Lookup.BROADER;
import static org.w3id.urbis.endpoint.portrait.Lookup.COMMITTED_BY;
import static org.w3id.urbis.endpoint.portrait.Lookup.CONTRIBUTES_TO;
import static org.w3id.urbis.endpoint.portrait.Lookup.IN_SCHEME;
import static org.w3id.urbis.endpoint.portrait.Lookup.NOTATION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Reads the elements of frameworks. */
final class TreeReader {
    /** More elements than any framework has. */
    private static final int MOST = 5_000;

    private final Lookup lookup;
    private final Map<Node, List<Node>> below = new LinkedHashMap<>();

    TreeReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** All elements of a framework. */
    ElementTree ofFramework(Node framework) {
        List<Node> elements = lookup.all(IN_SCHEME, framework, MOST);
        Set<Node> known = new HashSet<>(elements);
        List<Node> top = new ArrayList<>();
        for (Node element : elements) {
            Optional<Node> parent = lookup.objects(element, BROADER).keySet().stream()
                    .filter(known::contains)
                    .filter(other -> !other.equals(element))
                    .findFirst();
            parent.ifPresentOrElse(
                    other -> below.computeIfAbsent(other, any -> new ArrayList<>())
                            .add(element),
                    () -> top.add(element));
        }
        return new ElementTree(List.of(), contributors(framework), branches(top, new HashSet<>()));
    }

    /** What stands above and below an element. */
    ElementTree ofElement(Node element, Node framework) {
        LinkedList<Node> above = new LinkedList<>();
        Node one = element;
        Optional<Node> parent = parent(one);
        while (parent.isPresent()
                && !above.contains(parent.get())
                && !parent.get().equals(element)) {
            one = parent.get();
            above.addFirst(one);
            parent = parent(one);
        }
        if (!framework.equals(element)) {
            above.addFirst(framework);
        }
        collectBelow(element, new HashSet<>());
        return new ElementTree(
                above, contributors(element), branches(below.getOrDefault(element, List.of()), new HashSet<>()));
    }

    private Optional<Node> parent(Node element) {
        return lookup.objects(element, BROADER).keySet().stream().min(Comparator.comparing(Node::getURI));
    }

    private void collectBelow(Node element, Set<Node> met) {
        if (met.add(element) && met.size() < MOST) {
            List<Node> narrower = lookup.all(BROADER, element, MOST);
            below.put(element, narrower);
            narrower.forEach(one -> collectBelow(one, met));
        }
    }

    private List<ElementTree.Branch> branches(List<Node> elements, Set<Node> met) {
        return elements.stream()
                .filter(met::add)
                .map(element -> new ElementTree.Branch(
                        element,
                        lookup.text(element, NOTATION),
                        contributors(element),
                        branches(below.getOrDefault(element, List.of()), met)))
                .sorted(Comparator.comparing(ElementTree.Branch::code, TreeReader::compare)
                        .thenComparing(branch -> branch.element().getURI()))
                .toList();
    }

    private List<ElementTree.Contributor> contributors(Node element) {
        return lookup.subjects(CONTRIBUTES_TO, element).entrySet().stream()
                .map(entry -> new ElementTree.Contributor(
                        entry.getKey(),
                        List.copyOf(lookup.objects(entry.getKey(), COMMITTED_BY).keySet()),
                        entry.getValue()))
                .toList();
    }

    /** Orders numbers such as {@code 2}, {@code 11.a} and {@code 11.10.1} part by part, digits as numbers, before letters. */
    static int compare(String one, String other) {
        String[] parts = one.split("[. /-]");
        String[] others = other.split("[. /-]");
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            boolean number = parts[i].matches("[0-9]{1,9}");
            boolean otherNumber = others[i].matches("[0-9]{1,9}");
            int order = number && otherNumber
                    ? Integer.compare(Integer.parseInt(parts[i]), Integer.parseInt(others[i]))
                    : number == otherNumber ? parts[i].compareTo(others[i]) : number ? -1 : 1;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, others.length);
    }
}
