package org.w3id.urbis.loader.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * A named graph that a source fills from one file.
 *
 * @param name     the graph's IRI
 * @param fileName the name of the file in the source's folder, or of the one its user has to give
 * @param aliases  other names that the file bears where users get it, with {@code *} for any characters
 * @param file     the file itself; empty if it does not ship with the source and has to be given by the user
 * @param mapping  the SPARQL CONSTRUCT that turns the rows of a table, or what a file of RDF says, into triples; empty for a
 *                 file that is RDF as it is wanted
 * @param layout   for a table, where its rows are and what their columns are called
 * @param linkage  what becomes of the cities it describes
 * @param document the document the file is taken from, if one is named
 * @param expected the SHA-256 of each form of the file that the mapping was written for, if it is a file of one edition
 */
public record SourceGraph(
        Node name,
        String fileName,
        List<String> aliases,
        Optional<SourceFile> file,
        Optional<SourceFile> mapping,
        Layout layout,
        Linkage linkage,
        Optional<Node> document,
        List<String> expected) {

    /** The endings of files that are read row by row, through a mapping. */
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "txt");

    static final Set<String> TABLES = Set.of("csv", "tsv", "txt", "json", "yaml", "yml", "xml", "xlsx");

    /** The endings of files that are RDF. */
    static final Set<String> RDF = Set.of("ttl", "trig", "nt", "nq", "rdf", "owl", "jsonld");

    /** Copies the lists. */
    public SourceGraph {
        aliases = List.copyOf(aliases);
        expected = List.copyOf(expected);
    }

    /**
     * A graph that is filled from a file that says itself where its content is.
     *
     * @param name     the graph's IRI
     * @param fileName the name of the file
     * @param file     the file itself, if it is at hand
     * @param mapping  for a table, the SPARQL CONSTRUCT
     * @param linkage  what becomes of the cities it describes
     * @param document the document the file is taken from, if one is named
     */
    public SourceGraph(
            Node name,
            String fileName,
            Optional<SourceFile> file,
            Optional<SourceFile> mapping,
            Optional<Node> document) {
        this(name, fileName, List.of(), file, mapping, Layout.PLAIN, Linkage.NONE, document, List.of());
    }

    /**
     * Says whether its file is read row by row.
     *
     * @return false for a file that is RDF
     */
    public boolean isTable() {
        return mapping.isPresent() && TABLES.contains(fileName.substring(fileName.lastIndexOf('.') + 1));
    }

    /**
     * Says whether a file is of the edition that the mapping was written for.
     *
     * @param sha256 the SHA-256 of the file
     * @return true as well if the mapping was written for no edition in particular
     */
    public boolean isExpected(String sha256) {
        return expected.isEmpty() || expected.contains(sha256);
    }

    /** Whether its file is a text with a row on each line, which may end within one. */
    public boolean isTextTable() {
        return isTable()
                && file.filter(given -> TEXTS.contains(given.extension())).isPresent();
    }

    /** Whether its file is known to be whole, being the one that the mapping was written for. */
    public boolean isExpectedEdition() {
        return !expected.isEmpty()
                && file.filter(given -> expected.contains(given.sha256())).isPresent();
    }

    /**
     * Takes another file in place of its own. A table keeps its format unless the other file's name says otherwise; if it
     * does, the other file names its columns itself.
     *
     * @param given the file to read, or a ZIP archive that holds it
     * @return the same graph, filled from that file
     */
    public SourceGraph readFrom(SourceFile given) {
        SourceFile replacement = given.unpacked(fileName);
        String own = fileName.substring(fileName.lastIndexOf('.') + 1);
        // Anything may be called a text.
        boolean saysItself = mapping.isEmpty()
                || RDF.contains(replacement.extension()) && RDF.contains(own)
                || TABLES.contains(replacement.extension())
                        && !replacement.extension().equals("txt");
        SourceFile taken = saysItself ? replacement : replacement.withExtension(own);
        Layout laidOut = taken.extension().equals(own) ? layout : layout.naming(List.of());
        return new SourceGraph(
                name, fileName, aliases, Optional.of(taken), mapping, laidOut, linkage, document, expected);
    }

    /**
     * Says whether a file is, by its name, the one this graph is filled from. Of a ZIP archive the name without its ending
     * counts as well.
     *
     * @param baseName the name of a file without its folders
     * @return how well it fits: 0 for the file's own name, more for one of the other names in their order, -1 if it does not
     */
    int fit(String baseName) {
        String stem = fileName.substring(0, fileName.lastIndexOf('.') + 1);
        if (baseName.equalsIgnoreCase(fileName) || baseName.equalsIgnoreCase(stem + "zip")) {
            return 0;
        }
        for (int i = 0; i < aliases.size(); i++) {
            String pattern = Pattern.quote(aliases.get(i)).replace("*", "\\E.*\\Q");
            if (Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(baseName)
                    .matches()) {
                // What is in the form that the source was described for comes before what is in another.
                return i + 1 + (inOwnForm(baseName) ? 0 : aliases.size());
            }
        }
        return -1;
    }

    private boolean inOwnForm(String baseName) {
        String ending = baseName.substring(baseName.lastIndexOf('.') + 1);
        return ending.equalsIgnoreCase("zip")
                || ending.equalsIgnoreCase(fileName.substring(fileName.lastIndexOf('.') + 1));
    }
}
