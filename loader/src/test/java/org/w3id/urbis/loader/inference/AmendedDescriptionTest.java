package org.w3id.urbis.loader.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.readform.EarlierStatements;

/** After any change, what is counted with the help of the revision before is what is counted from nothing. */
class AmendedDescriptionTest {

    private static final Node DESCRIPTION = BaseIri.URBIS.graph("description");

    private static final List<String> COUNTED = List.of(
            "? urbis:hasGraph g:a",
            "? urbis:hasGraph g:b",
            "? urbis:hasGraph ?",
            "<https://w3id.org/urbis/id/source/one> urbis:hasGraph g:c",
            "<https://w3id.org/urbis/id/source/two> urbis:hasGraph g:a",
            "? skos:prefLabel 'Name'@en",
            "? skos:prefLabel 'Nom'@fr-CA",
            "? skos:prefLabel 'Name'",
            "<https://w3id.org/urbis/id/city/a> a urbis:City",
            "<https://w3id.org/urbis/id/city/a-b> a urbis:City",
            "<https://w3id.org/urbis/id/city/a-é> a urbis:City",
            "<https://w3id.org/urbis/id/city/é> a urbis:Hamlet",
            "<https://w3id.org/urbis/id/city/e> a urbis:Hamlet",
            "<https://w3id.org/urbis/id/city/a> skos:closeMatch <https://sws.geonames.org/1/>",
            "<https://w3id.org/urbis/id/city/a-b> skos:closeMatch <http://www.wikidata.org/entity/Q1>",
            "<https://w3id.org/urbis/id/city/a-b> skos:exactMatch <https://w3id.org/urbis/id/city/a>",
            "<https://w3id.org/urbis/id/city/a-b> skos:exactMatch 'http://metadata.un.org/sdg/1'",
            "? skos:closeMatch <https://sws.geonames.org/2/>",
            "? urbis:contributesTo <http://metadata.un.org/sdg/1>",
            "<https://w3id.org/urbis/id/city/a> urbis:contributesTo <http://metadata.un.org/sdg/2>",
            "? a urbis:Commitment",
            "? a urbis:Event",
            "? a urbis:Note",
            "? a ?",
            "? urbis:quantity 5",
            "? urbis:quantity 5.0",
            "? <http://purl.org/dc/terms/isReplacedBy> ?",
            "? urbis:match ?",
            "? urbis:matchedIdentifier ?");

    @TempDir
    private Path directory;

    @Test
    void anyChangeIsCountedAsTheWholeIs() {
        Inference inference = Inference.shipped();
        Describing describing = Describing.shipped();
        MadeUpWorlds worlds = new MadeUpWorlds(COUNTED);
        long differences = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Set<Quad> before = worlds.world(random, 10 + random.nextInt(60));
            Set<Quad> after = worlds.changed(before, random);
            Candidate whole = MadeUpWorlds.candidate(after);
            inference.addTo(whole);
            describing.addTo(whole);
            EarlierStatements earlier = MadeUpWorlds.earlier(before, true, directory.resolve("form" + seed));
            after.stream().filter(quad -> !before.contains(quad)).forEach(earlier::add);
            before.stream().filter(quad -> !after.contains(quad)).forEach(earlier::remove);
            assertTrue(inference.amend(earlier), "seed " + seed);
            Set<Triple> told = describing.of(earlier, BaseIri.URBIS);
            assertEquals(text(whole.dataset().getGraph(DESCRIPTION).find().toList()), text(told), "seed " + seed);
            differences += told.stream()
                    .filter(triple -> !earlier.holds(Quad.create(DESCRIPTION, triple)))
                    .count();
        }
        assertTrue(differences > 200, "too little changes: " + differences);
    }

    private static String text(Collection<Triple> triples) {
        return triples.stream().map(Triple::toString).sorted().collect(Collectors.joining("\n"));
    }
}
