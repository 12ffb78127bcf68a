package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages files of every format at random places: whatever is in them, they are answered with findings in the file. */
class DamagedAnywhereTest {

    private static final int TIMES = 400;
    private static final String MARKS = "\"'<>[](){};.,:@#^\\_ \n\t\0\uFFFD\uD83Dé7a/%&=*~|";

    private final LocatedParser parser = new LocatedParser(Map.of("skos", "http://www.w3.org/2004/02/skos/core#"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "XLSX")
    void isAnsweredWithFindings(RdfFormat format) {
        String fine = example(format);
        assertEquals(
                0,
                parse(format, fine.getBytes(StandardCharsets.UTF_8)).findings().size());
        // A fixed seed: the same damage every time.
        Random random = new Random(20_211_121);
        int faulty = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = damaged(fine, random);
            LocatedFile file = parse(format, damaged);
            String text = new String(damaged, StandardCharsets.UTF_8);
            assertTrue(file.isComplete() || !file.findings().isEmpty(), text);
            for (Finding finding : file.findings()) {
                assertTrue(finding.line() <= file.source().lineCount(), () -> finding + "\n" + text);
                assertTrue(finding.column() <= file.line(finding.line()).length() + 1, () -> finding + "\n" + text);
                assertTrue(!finding.message().isBlank(), text);
            }
            faulty += file.findings().isEmpty() ? 0 : 1;
        }
        assertTrue(faulty > TIMES / 4, "only " + faulty + " of the damaged files were found to be faulty");
    }

    private LocatedFile parse(RdfFormat format, byte[] content) {
        return parser.parse("f", format, content);
    }

    private static byte[] damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(damaged.length());
            String mark = MARKS.substring(random.nextInt(MARKS.length())).substring(0, 1);
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, mark);
                case 2 -> damaged.replace(at, at + 1, mark);
                default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
            }
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String example(RdfFormat format) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        Turtle.graph(
                        ":rivers a :Network ; skos:prefLabel \"Rivers\"@en , \"Fleuves é\"@fr ;",
                        "  :count [ :value 100 ; :asOf \"2021\"^^xsd:gYear ; :exact true ] ; :list ( 1 2 ) .",
                        ":lakes :knows :rivers ; :text \"two\\nlines \\\"quoted\\\"\" .")
                .find()
                .forEachRemaining(dataset.getDefaultGraph()::add);
        StringWriter out = new StringWriter();
        if (format == RdfFormat.CSV) {
            return "network,name@en,memberCount\nrivers,Rivers,100\nlakes,\"Lakes, and \"\"ponds\"\"\",\n";
        }
        if (format == RdfFormat.RDF_XML || format == RdfFormat.TURTLE || format == RdfFormat.N_TRIPLES) {
            RDFDataMgr.write(out, dataset.getDefaultGraph(), format.lang());
        } else {
            RDFDataMgr.write(out, dataset, format.lang());
        }
        return out.toString();
    }
}
