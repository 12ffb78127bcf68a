package org.w3id.urbis.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A source folder written by a test: one network described in Turtle, and a table of towns. */
public final class SmallSource {

    public static final String ID = "small";
    public static final String TURTLE = """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .

        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers"@en ;
            dct:description "Towns on rivers."@en ;
            urbis:citation [ urbis:lines "1-2" ] .
        """;
    public static final String TABLE = "key,name\nriverton,Riverton\nbanks,Banks\n";
    public static final String MAPPING = """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        CONSTRUCT {
          ?town a urbis:City ; skos:prefLabel ?label ; urbis:citation [ urbis:row ?ROW ] .
        }
        WHERE {
          BIND ( IRI(CONCAT("https://w3id.org/urbis/id/city/", ?key)) AS ?town )
          BIND ( STRLANG(?name, "en") AS ?label )
        }
        """;

    private static final String DESCRIPTION = """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix g: <https://w3id.org/urbis/graph/small/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        <https://w3id.org/urbis/id/source/small> a urbis:Source ;
            dct:title "A small source"@en ;
            dct:description "Written by a test."@en ;
            dct:publisher <https://w3id.org/urbis/id/organization/test-press> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dcat:downloadURL <https://a.example/towns.csv> ;
            urbis:document <https://w3id.org/urbis/id/document/small> ;
            urbis:hasGraph g:networks , g:towns .

        <https://w3id.org/urbis/id/organization/test-press> a urbis:Organization ;
            skos:prefLabel "Test Press"@en ;
            urbis:citation [ urbis:lines "1" ; urbis:document <https://w3id.org/urbis/id/document/small> ] .

        <https://w3id.org/urbis/id/document/small> a urbis:Document ;
            skos:prefLabel "A small document"@en ;
            urbis:published "2026"^^xsd:gYear ;
            urbis:publishedBy <https://w3id.org/urbis/id/organization/test-press> ;
            urbis:citation [ urbis:lines "1" ; urbis:document <https://w3id.org/urbis/id/document/small> ] .

        g:networks a urbis:SourceGraph ;
            urbis:file "networks.ttl" ;
            urbis:document <https://w3id.org/urbis/id/document/small> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dct:created "2026-11-21"^^xsd:date .

        g:towns a urbis:SourceGraph ;
            urbis:file "towns.csv" ;
            urbis:mapping "mapping.rq" ;
            urbis:document <https://w3id.org/urbis/id/document/small> ;
            dct:license <https://creativecommons.org/licenses/by/4.0/> ;
            dct:created "2026-11-21"^^xsd:date .
        """;

    private final Path folder;

    private SmallSource(Path folder) {
        this.folder = folder;
    }

    /** Writes the source below a folder of sources. */
    public static SmallSource in(Path root) {
        SmallSource source = new SmallSource(root.resolve(ID));
        source.write("source.ttl", DESCRIPTION);
        source.write("networks.ttl", TURTLE);
        source.write("towns.csv", TABLE);
        source.write("mapping.rq", MAPPING);
        return source;
    }

    public SmallSource write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallSource append(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SmallSource delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }
}
