package org.w3id.urbis.queries;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3id.urbis.ontology.ResourceFolder;

/** The questions that ship with the program, or those of another folder. */
public final class QueryCatalogue {

    private static final String ENDING = ".rq";

    private final SortedMap<String, CatalogueQuery> queries;

    private QueryCatalogue(SortedMap<String, CatalogueQuery> queries) {
        this.queries = queries;
    }

    /**
     * Reads the questions that ship with the program.
     *
     * @return the catalogue of the classpath folder {@code urbis/queries}
     * @throws UnusableQueryException if a file has not the form of a catalogue query
     */
    public static QueryCatalogue shipped() {
        return of(ResourceFolder.onClasspath("urbis/queries"));
    }

    /**
     * Reads the questions of a folder.
     *
     * @param folder holds them as {@code <subject>/<question>.rq}
     * @return the catalogue
     * @throws UnusableQueryException if a file has not the form of a catalogue query
     */
    public static QueryCatalogue of(ResourceFolder folder) {
        SortedMap<String, CatalogueQuery> queries = new TreeMap<>();
        for (String file : folder.names(ENDING)) {
            String name = file.substring(0, file.length() - ENDING.length());
            queries.put(name, new QueryFile(name, folder.text(file)).read());
        }
        return new QueryCatalogue(queries);
    }

    /**
     * Lists the questions.
     *
     * @return all of them, sorted by name
     */
    public List<CatalogueQuery> queries() {
        return List.copyOf(queries.values());
    }

    /**
     * Finds a question.
     *
     * @param name its name, such as {@code network/members-of-a-network}, or the last part of it if only one question
     *             ends like that
     * @return the question, or empty if there is none of that name, or more than one
     */
    public Optional<CatalogueQuery> find(String name) {
        CatalogueQuery exact = queries.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<CatalogueQuery> ending = queries.values().stream()
                .filter(query -> query.name().endsWith("/" + name))
                .toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }
}
