package org.w3id.urbis.loader;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.validation.RdfFormat;

/** Files that somebody hands in. */
public final class SubmittedEntry {

    private SubmittedEntry() {}

    /** A network that may enter. */
    public static String network(String key, String name) {
        return """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix network: <https://w3id.org/urbis/id/network/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .

            network:%s a urbis:Network ;
                skos:prefLabel "%s"@en ;
                dct:description "Towns that share what flows."@en ;
                urbis:citation [ urbis:lines "6-8" ] .
            """.formatted(key, name);
    }

    /** The same with a line that names a network it works with. */
    public static String network(String key, String name, String partner) {
        return network(key, name)
                .replace(
                        "    urbis:citation", "    urbis:cooperatesWith network:" + partner + " ;\n    urbis:citation");
    }

    static Arrival turtle(String text) {
        return correcting(Optional.empty(), text);
    }

    static Arrival correcting(Optional<String> earlier, String text) {
        return new Arrival(
                "entry of ours.ttl", RdfFormat.TURTLE, "text/turtle", text.getBytes(StandardCharsets.UTF_8), earlier);
    }
}
