package org.w3id.urbis.endpoint.page;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.ontology.Urbis;

/** Which values lead to the web of others, and how; nothing but http, https and mail addresses ever does. */
final class WebAddress {
    private static final Set<Node> SITES = Set.of(NodeFactory.createURI(Urbis.NS + "website"));
    private static final Set<Node> MAIL = Set.of(NodeFactory.createURI(Urbis.NS + "email"));

    private static final int LONGEST = 500;

    private WebAddress() {}

    /** Where a literal leads, such as a website printed without its scheme; empty if nowhere. */
    static String of(Node property, Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (text.length() > LONGEST) {
            return "";
        }
        if (SITES.contains(property)) {
            if (text.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\\s\"<>\\\\^`{|}]*)?")) {
                return text;
            }
            if (text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+([/?#][^\\s\"<>\\\\^`{|}]*)?")) {
                return "http://" + text;
            }
        }
        if (MAIL.contains(property) && text.matches("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            return "mailto:" + text;
        }
        return "";
    }

    /** The web address that an IRI of others is itself; empty for our own, which are described here. */
    static String outside(Node iri, Identifiers identifiers) {
        String text = iri.getURI();
        boolean web = text.startsWith("http://") || text.startsWith("https://");
        return web && !identifiers.isOurs(text) ? text : "";
    }
}
