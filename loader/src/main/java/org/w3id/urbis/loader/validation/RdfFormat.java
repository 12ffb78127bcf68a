package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;

/** The formats in which data is accepted. */
public enum RdfFormat {

    /** One graph, the format in which the shipped sources are written. */
    TURTLE(Lang.TURTLE, List.of("text/turtle", "application/x-turtle", "application/turtle"), List.of(".ttl")),
    /** Several graphs. */
    TRIG(Lang.TRIG, List.of("application/trig", "application/x-trig"), List.of(".trig")),
    /** One graph, a statement a line. */
    N_TRIPLES(Lang.NTRIPLES, List.of("application/n-triples"), List.of(".nt")),
    /** Several graphs, a statement a line. */
    N_QUADS(Lang.NQUADS, List.of("application/n-quads"), List.of(".nq")),
    /** One graph as XML. */
    RDF_XML(
            Lang.RDFXML,
            List.of("application/rdf+xml", "application/xml", "text/xml"),
            List.of(".rdf", ".xml", ".owl")),
    /** One or several graphs as JSON. */
    JSON_LD(Lang.JSONLD, List.of("application/ld+json", "application/json"), List.of(".jsonld", ".json")),
    /** A table with a row for each thing, as templates have it. */
    CSV(null, List.of("text/csv", "application/csv"), List.of(".csv")),
    /** A workbook with a sheet for each kind of thing. */
    XLSX(null, List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), List.of(".xlsx"));

    private final Lang lang;
    private final List<String> mediaTypes;
    private final List<String> endings;

    RdfFormat(Lang lang, List<String> mediaTypes, List<String> endings) {
        this.lang = lang;
        this.mediaTypes = mediaTypes;
        this.endings = endings;
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
        return ofFileName(name).filter(format -> !format.isTable()).isPresent()
                && !lower.endsWith(".json")
                && !lower.endsWith(".xml");
    }

    /**
     * Lists the endings by which files are told.
     *
     * @return endings with their dots, such as {@code .ttl}
     */
    public static List<String> allEndings() {
        return Stream.of(values()).flatMap(format -> format.endings.stream()).toList();
    }

    /**
     * Tells the format by a media type.
     *
     * @param mediaType a media type in lower case, without parameters
     * @return its format; empty if it stands for none of these
     */
    public static Optional<RdfFormat> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst();
    }

    /**
     * The media type of the format.
     *
     * @return the registered media type, without parameters
     */
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    /**
     * The usual ending of the names of files of this format.
     *
     * @return the ending with its dot
     */
    public String ending() {
        return endings.getFirst();
    }

    /**
     * Tells whether it is a format of tables, which {@link org.w3id.urbis.loader.entry.EntryReader} makes statements of.
     *
     * @return true for CSV and workbooks
     */
    public boolean isTable() {
        return lang == null;
    }

    /** Jena's name for the format; null for tables. */
    Lang lang() {
        return lang;
    }

    /** Whether each statement is a line of its own, so that reading can go on after a bad one. */
    boolean isByLine() {
        return this == N_TRIPLES || this == N_QUADS;
    }
}
