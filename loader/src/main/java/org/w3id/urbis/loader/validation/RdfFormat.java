package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;

/** The formats in which data is accepted. */
public enum RdfFormat {

    /** One graph, the format in which the shipped sources are written. */
    TURTLE(Lang.TURTLE, ".ttl"),
    /** Several graphs. */
    TRIG(Lang.TRIG, ".trig"),
    /** One graph, a statement a line. */
    N_TRIPLES(Lang.NTRIPLES, ".nt"),
    /** Several graphs, a statement a line. */
    N_QUADS(Lang.NQUADS, ".nq"),
    /** One graph as XML. */
    RDF_XML(Lang.RDFXML, ".rdf", ".xml", ".owl"),
    /** One or several graphs as JSON. */
    JSON_LD(Lang.JSONLD, ".jsonld", ".json");

    private final Lang lang;
    private final List<String> endings;

    RdfFormat(Lang lang, String... endings) {
        this.lang = lang;
        this.endings = List.of(endings);
    }

    /**
     * Tells the format of a file by the ending of its name.
     *
     * @param name the name of a file
     * @return its format; empty if the ending is none of these
     */
    public static Optional<RdfFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.endings.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    /**
     * Tells whether a file found in a folder is meant to be RDF: {@code .json} and {@code .xml} are mostly something
     * else, unless somebody names the file.
     *
     * @param name the name of a file
     * @return true if its ending is that of a format and of RDF alone
     */
    public static boolean isRdfFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ofFileName(name).isPresent() && !lower.endsWith(".json") && !lower.endsWith(".xml");
    }

    /**
     * Lists the endings by which files are told.
     *
     * @return endings with their dots, such as {@code .ttl}
     */
    public static List<String> allEndings() {
        return Stream.of(values()).flatMap(format -> format.endings.stream()).toList();
    }

    /** Jena's name for the format. */
    Lang lang() {
        return lang;
    }

    /** Whether each statement is a line of its own, so that reading can go on after a bad one. */
    boolean isByLine() {
        return this == N_TRIPLES || this == N_QUADS;
    }
}
