package org.w3id.urbis.shapes;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.XSD;

/**
 * Shows nodes as an author would write them: {@code network:c40}, {@code "text"}, {@code [ a urbis:MemberCount ]}.
 *
 * <p>A thing's kind is the prefix of its name in every file of ours, so that no list of kinds is needed.
 */
public final class ShortNames {

    private static final Pattern THING = Pattern.compile("https://w3id\\.org/urbis/id/([a-z][a-z0-9-]*)/([^/#?]+)");
    /** What files of ours call the namespaces of the United Nations. */
    private static final Map<String, String> AGREED = Map.of(
            "http://metadata.un.org/sdg/codes/geoArea/", "area",
            "http://metadata.un.org/sdg/", "sdg");

    /** What reading JSON-LD makes of a number such as 12.5. */
    private static final Pattern DOUBLE = Pattern.compile("-?[0-9]\\.[0-9]+E-?[0-9]{1,2}");

    private static final Pattern LOCAL = Pattern.compile("[\\w.-]*\\w|");

    private final Map<String, String> prefixes = new LinkedHashMap<>();

    /**
     * Makes names by the prefixes of graphs.
     *
     * @param graphs where prefixes are declared; of two for one namespace, the first counts
     */
    public ShortNames(Graph... graphs) {
        for (Graph graph : graphs) {
            graph.getPrefixMapping().getNsPrefixMap().forEach((prefix, iri) -> prefixes.putIfAbsent(iri, prefix));
        }
        AGREED.forEach(prefixes::putIfAbsent);
    }

    /**
     * Shortens an IRI.
     *
     * @param iri any IRI
     * @return a prefixed name, or the IRI in angle brackets if no prefix fits
     */
    public String of(String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
        String prefix = prefixes.get(iri.substring(0, cut));
        if (prefix != null && LOCAL.matcher(iri.substring(cut)).matches()) {
            return prefix + ":" + iri.substring(cut);
        }
        Matcher thing = THING.matcher(iri);
        return thing.matches() ? thing.group(1) + ":" + thing.group(2) : "<" + iri + ">";
    }

    /**
     * Shows a node of a graph.
     *
     * @param node any node
     * @param data what tells the class of a blank node
     * @return a name, the text of a literal, in plain digits if it is a number that reading JSON-LD has given a power
     *     of ten, or brackets with the class
     */
    public String of(Node node, Graph data) {
        if (node.isLiteral()) {
            String text = node.getLiteralLexicalForm();
            return DOUBLE.matcher(text).matches()
                            && node.getLiteralDatatypeURI().equals(XSD.xdouble.getURI())
                    ? new BigDecimal(text).toPlainString()
                    : text;
        }
        if (node.isURI()) {
            return of(node.getURI());
        }
        Optional<Node> type =
                G.typesOfNodeAsSet(data, node).stream().filter(Node::isURI).findFirst();
        return type.map(iri -> "[ a " + of(iri.getURI()) + " ]").orElse("[ ]");
    }
}
