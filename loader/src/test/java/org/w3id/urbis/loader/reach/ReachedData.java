package org.w3id.urbis.loader.reach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.ReadFormBuilder;

/**
 * Places and names, and what a revision keeps for them.
 *
 * @param reference the statements alone
 * @param form      the same as a revision keeps them
 * @param index     their names, of which the form is asked
 */
record ReachedData(DatasetGraph reference, DatasetGraph form, NameIndex index) implements AutoCloseable {
    private static final int SEED = 20261122;
    private static final String PREFIXES = """
        PREFIX : <https://example.org/>
        PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
        PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX spatial: <http://jena.apache.org/spatial#>
        PREFIX spatialF: <http://jena.apache.org/function/spatial#>
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX units: <http://www.opengis.net/def/uom/OGC/1.0/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    private static final String NAMES = """
        GRAPH :g1 {
          :geneva skos:prefLabel "Geneva"@en, "Genève"@fr, "Женева"@ru ; skos:altLabel "Geneva City"@en ;
            urbis:latitude 46.2 ; urbis:longitude 6.15 .
          :gva urbis:abbreviation "GVA" ; skos:prefLabel "Canton of Geneva"@en .
          :rio skos:prefLabel "Rio de Janeiro"@pt-BR ; skos:altLabel "Rio"@en ; urbis:latitude -22.9 ; urbis:longitude -43.2 .
          :river skos:prefLabel "Janeiro de Rio" .
          :fiji skos:prefLabel "Suva"@en ; urbis:latitude -18.1 ; urbis:longitude 178.4 .
          :pole skos:prefLabel "North Pole Camp"@en ; urbis:latitude 89.9999999 ; urbis:longitude 0 .
          :odd urbis:latitude "north" ; urbis:longitude 5 . :half urbis:latitude 5 . :far urbis:latitude 95 ; urbis:longitude 5 .
        }
        GRAPH :g2 { :geneva skos:prefLabel "Geneva"@en ; urbis:latitude 46.20222 ; urbis:longitude 6.14569 .
          :beijing skos:prefLabel "北京"@zh , "Beijing"@en . :saint skos:prefLabel "Saint-Étienne"@fr . }
        """;

    /** Made in an empty directory, which is not to be touched before it is closed. */
    static ReachedData in(Path directory) {
        DatasetGraph named = DatasetGraphFactory.create();
        Random random = new Random(SEED);
        StringBuilder data = new StringBuilder(PREFIXES).append(NAMES).append("GRAPH :g3 {");
        for (int i = 0; i < 600; i++) {
            data.append(" :p%d a urbis:City ; urbis:latitude %.4f ; urbis:longitude %.4f ."
                    .formatted(i, random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
        }
        RDFParser.fromString(data.append("}").toString(), Lang.TRIG).parse(named);
        DatasetGraph reference = DatasetGraphFactory.create();
        named.find().forEachRemaining(quad -> {
            reference.add(quad);
            reference.getDefaultGraph().add(quad.asTriple());
        });
        ReadFormBuilder.write(named, directory.resolve("form.bin"));
        DatasetGraph form = ReadForm.open(directory.resolve("form.bin")).dataset();
        Path names = directory.resolve("names");
        try (NameIndexBuilder builder = NameIndexBuilder.in(names, named)) {
            List<Quad> quads = new ArrayList<>();
            named.find().forEachRemaining(quads::add);
            quads.sort(Comparator.comparing(quad -> quad.getSubject().toString()));
            quads.forEach(builder::add);
        }
        NameIndex index = NameIndex.open(names);
        Reach.names(form.getContext(), index);
        Reach.enlist();
        return new ReachedData(reference, form, index);
    }

    List<String> rows(DatasetGraph dataset, String query) {
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            RowSet rows = execution.select();
            List<String> lines = new ArrayList<>();
            while (rows.hasNext()) {
                Binding row = rows.next();
                lines.add(rows.getResultVars().stream()
                        .map(variable -> variable.getVarName() + "=" + row.get(variable))
                        .collect(Collectors.joining(" ")));
            }
            return lines;
        }
    }

    List<String> sorted(DatasetGraph dataset, String query) {
        return rows(dataset, query).stream().sorted().toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
