package org.w3id.urbis.benchmark.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a source folder of any size, in the vocabulary of the graph and good enough for its shapes: cities with their
 * inhabitants, governments of some of them, networks, memberships and commitments, each with its citation. The same size
 * gives the same bytes everywhere.
 */
public final class SyntheticSource {

    /** The name of the source and of its folder. */
    public static final String ID = "synthetic";

    private static final String SOURCE = """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        <https://w3id.org/urbis/id/source/synthetic> a urbis:Source ;
            dct:title "Invented cities, networks and commitments"@en ;
            dct:publisher <https://w3id.org/urbis/id/organization/synthetic> ;
            dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
            urbis:document <https://w3id.org/urbis/id/document/synthetic> ;
            urbis:hasGraph %s .

        %s
        <https://w3id.org/urbis/id/document/synthetic> a urbis:Document ;
            skos:prefLabel "Invented register"@en ;
            urbis:publishedBy <https://w3id.org/urbis/id/organization/synthetic> ;
            urbis:website "https://example.org/" ;
            urbis:notStated urbis:published , urbis:asOf ;
            urbis:citation [ urbis:locator "generator" ] .

        <https://w3id.org/urbis/id/organization/synthetic> a urbis:Organization ;
            skos:prefLabel "Generator of graphs"@en ;
            urbis:citation [ urbis:locator "generator" ] .
        """;

    private static final String GRAPH = """
        <https://w3id.org/urbis/graph/synthetic/%1$s> a urbis:SourceGraph ;
            urbis:file "%1$s.nt" ;
            urbis:document <https://w3id.org/urbis/id/document/synthetic> ;
            dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ;
            dct:created "2026-11-22"^^xsd:date .
        """;

    private final Path folder;
    private final long statements;

    private SyntheticSource(Path folder, long statements) {
        this.folder = folder;
        this.statements = statements;
    }

    /**
     * Writes the folder.
     *
     * @param sources    the folder of source folders; made if there is none
     * @param statements how many statements there are to be, 1,000 or more; a few more are written
     * @return the files with statements, in N-Triples
     * @throws IOException if they cannot be written
     */
    public static List<Path> write(Path sources, long statements) throws IOException {
        SyntheticSource source = new SyntheticSource(sources.resolve(ID), Math.max(1_000, statements));
        Files.createDirectories(source.folder);
        return source.write();
    }

    private List<Path> write() throws IOException {
        Invention invention = new Invention(statements);
        List<Path> files = new ArrayList<>();
        files.add(file("networks", invention.networks(), invention::network));
        files.add(file("places", invention.cities(), invention::city));
        files.add(file("governments", invention.governments(), invention::government));
        files.add(file("memberships", invention.memberships(), invention::membership));
        files.add(file("commitments", invention.commitments(), invention::commitment));
        List<String> names = files.stream()
                .map(file -> file.getFileName().toString().replace(".nt", ""))
                .toList();
        Files.writeString(
                folder.resolve("source.ttl"),
                SOURCE.formatted(
                        names.stream()
                                .map(name -> "<https://w3id.org/urbis/graph/synthetic/" + name + ">")
                                .collect(Collectors.joining(" , ")),
                        names.stream().map(GRAPH::formatted).collect(Collectors.joining("\n"))));
        return files;
    }

    private Path file(String name, int count, Writing writing) throws IOException {
        Path file = folder.resolve(name + ".nt");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            Lines lines = new Lines(out);
            for (int number = 0; number < count; number++) {
                writing.write(number, lines);
            }
        }
        return file;
    }

    /** Writes what is said about the thing of a number. */
    @FunctionalInterface
    private interface Writing {
        void write(int number, Lines out) throws IOException;
    }
}
