package org.w3id.urbis.benchmark.reach;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.load.MeasuredProcess;
import org.w3id.urbis.loader.publication.Revision;

/**
 * A stock Fuseki with the statements of a revision, a text index of jena-text over {@code skos:prefLabel} and a spatial index
 * of jena-geosparql. All of it is in the jar of its server. Its default graph has the statements of all graphs, once each,
 * which suits it better than a union that is made with each query.
 *
 * @param folder its files
 * @param jar    the jar of the stock server
 */
public record StockWithIndexes(Path folder, Path jar) {
    /** Where queries may use the indexes. */
    public static final String INDEXED = "/indexed";
    /** The same database without them. */
    public static final String PLAIN = "/plain";

    private static final String HEAP = "-Xmx3g";
    private static final String POSITION = "<http://www.w3.org/2003/01/geo/wgs84_pos#";
    private static final String READY = "made-of.txt";

    /**
     * Loads and indexes, unless it has done so with this revision.
     *
     * @throws IOException if a program of Jena does not end well; what it said is in the folder
     */
    public void prepare(Revision revision) throws IOException {
        Path ready = folder.resolve(READY);
        if (Files.exists(ready) && Files.readString(ready).equals(revision.hash())) {
            return;
        }
        remove();
        Files.createDirectories(folder);
        Path statements = folder.resolve("statements.nt");
        write(revision, statements);
        run("tdb2.tdbloader", "--loc", database().toString(), statements.toString());
        Files.delete(statements);
        Files.writeString(settings(), description());
        run("org.apache.jena.query.text.cmd.textindexer", "--desc=" + settings());
        Files.writeString(ready, revision.hash());
    }

    /**
     * Starts it; the first time it makes its spatial index.
     *
     * @throws IOException if it does not answer in time
     */
    public ServerProcess start() throws IOException {
        int port = ServerProcess.freePort();
        List<String> command = List.of(
                ServerProcess.java(),
                HEAP,
                "-classpath",
                jar.toString(),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port",
                Integer.toString(port),
                "--config",
                settings().toString());
        return ServerProcess.start(folder.resolve("fuseki.log"), command, port, PLAIN + "?query=ASK%7B%7D");
    }

    private void remove() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private Path database() {
        return folder.resolve("tdb2");
    }

    private Path settings() {
        return folder.resolve("settings.ttl");
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(HEAP, "-classpath", jar.toString(), program));
        command.addAll(List.of(arguments));
        MeasuredProcess.run(folder.resolve(program + ".log"), command);
    }

    /** Each line of the dump without its graph; positions a second time, as jena-geosparql knows them. */
    private static void write(Revision revision, Path file) throws IOException {
        try (BufferedReader dump = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(revision.dump()), 1 << 16), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line = dump.readLine(); line != null; line = dump.readLine()) {
                String statement = line.substring(0, line.lastIndexOf(" <")) + " .\n";
                out.write(statement);
                String position = statement
                        .replaceFirst(" <https://w3id.org/urbis/ontology#latitude> ", " " + POSITION + "lat> ")
                        .replaceFirst(" <https://w3id.org/urbis/ontology#longitude> ", " " + POSITION + "long> ");
                if (position.length() != statement.length()) {
                    out.write(position);
                }
            }
        }
    }

    private String description() {
        return """
            PREFIX : <#>
            PREFIX fuseki: <http://jena.apache.org/fuseki#>
            PREFIX geosparql: <http://jena.apache.org/geosparql#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
            PREFIX text: <http://jena.apache.org/text#>

            :indexed a fuseki:Service ; fuseki:name "indexed" ;
              fuseki:endpoint [ fuseki:operation fuseki:query ] ; fuseki:dataset :places .
            :plain a fuseki:Service ; fuseki:name "plain" ;
              fuseki:endpoint [ fuseki:operation fuseki:query ] ; fuseki:dataset :statements .
            :places a geosparql:GeosparqlDataset ; geosparql:inference false ; geosparql:queryRewrite false ;
              geosparql:spatialIndexFile "%2$s" ;
              geosparql:srsUri <http://www.opengis.net/def/crs/OGC/1.3/CRS84> ; geosparql:dataset :names .
            :names a text:TextDataset ; text:dataset :statements ; text:index :words .
            :statements a tdb2:DatasetTDB2 ; tdb2:location "%1$s" .
            :words a text:TextIndexLucene ; text:directory "%3$s" ; text:storeValues true ;
              text:entityMap :fields .
            :fields a text:EntityMap ; text:entityField "thing" ; text:langField "language" ; text:defaultField "name" ;
              text:map ( [ text:field "name" ; text:predicate skos:prefLabel ; text:analyzer [
                a text:ConfigurableAnalyzer ; text:tokenizer text:StandardTokenizer ;
                text:filters ( text:LowerCaseFilter text:ASCIIFoldingFilter )
              ] ] ) .
            """.formatted(database(), folder.resolve("spatial.index"), folder.resolve("lucene"));
    }
}
