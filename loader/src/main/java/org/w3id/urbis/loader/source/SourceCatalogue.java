package org.w3id.urbis.loader.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The sources the program knows: those that ship with it and those of folders its user names.
 *
 * <p>Each subfolder with a {@code source.ttl} is a source. A folder named later replaces a source of the same id from an
 * earlier one, so that somebody can work on a copy.
 */
public final class SourceCatalogue {

    private static final String DESCRIPTION = "/source.ttl";

    private final Map<String, Source> sources;
    private final Map<String, List<Fault>> faults;

    private SourceCatalogue(Map<String, Source> sources, Map<String, List<Fault>> faults) {
        this.sources = sources;
        this.faults = faults;
    }

    /**
     * Reads the sources that ship with the program.
     *
     * @return the folder {@code urbis/sources} of the classpath
     */
    public static ResourceFolder shipped() {
        return ResourceFolder.onClasspath("urbis/sources");
    }

    /**
     * Reads the descriptions of all sources in some folders.
     *
     * @param folders folders of source folders, the ones that count more last
     * @param base    the base IRI, with a slash at its end
     * @return the catalogue, with the faults of descriptions that cannot be used
     * @throws UnreadableSourceException if a file cannot be read
     */
    public static SourceCatalogue read(Collection<ResourceFolder> folders, String base) {
        Map<String, SourceReading> readings = new TreeMap<>();
        for (ResourceFolder folder : folders) {
            for (String name : folder.names(DESCRIPTION)) {
                String id = name.substring(0, name.length() - DESCRIPTION.length());
                if (!id.contains("/")) {
                    readings.put(id, new SourceReading(folder, id, base));
                }
            }
        }
        Map<String, Source> sources = new TreeMap<>();
        Map<String, List<Fault>> faults = new TreeMap<>();
        readings.forEach((id, reading) -> {
            reading.read().ifPresent(source -> sources.put(id, source));
            if (!reading.faults().isEmpty()) {
                faults.put(id, reading.faults());
            }
        });
        return new SourceCatalogue(sources, faults);
    }

    /**
     * Lists the sources.
     *
     * @return all sources whose description can be used, sorted by id
     */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /**
     * Says what is wrong with descriptions.
     *
     * @return the faults of each source that cannot be used, by its id; empty if all is well
     */
    public Map<String, List<Fault>> faults() {
        return faults;
    }

    /**
     * Finds a source.
     *
     * @param id its id
     * @return the source, or empty if its description has faults
     * @throws UnknownSourceException if no folder has that name
     */
    public Optional<Source> source(String id) {
        if (!sources.containsKey(id) && !faults.containsKey(id)) {
            throw new UnknownSourceException(id, List.copyOf(sources.keySet()));
        }
        return Optional.ofNullable(sources.get(id));
    }
}
