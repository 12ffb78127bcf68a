package org.w3id.urbis.loader.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.EarlierView.Which;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.statement.Steps;

/** After any change the rules that look only at what it touches make what they make of the whole, at the same steps. */
class AmendedInferenceTest {

    private static final Node INFERRED = BaseIri.URBIS.graph("inferred");

    @TempDir
    private Path directory;

    @Test
    void anyChangeGivesWhatTheWholeGives() throws IOException {
        Inference inference = Inference.shipped();
        MadeUpWorlds worlds = new MadeUpWorlds(List.of());
        long amended = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Set<Quad> before = worlds.world(random, 10 + random.nextInt(50));
            Set<Quad> after = worlds.changed(before, random);
            Candidate whole = MadeUpWorlds.candidate(after);
            Optional<Steps> wholeSteps = inference.stepsTo(whole);
            EarlierStatements earlier = MadeUpWorlds.earlier(before, false, directory.resolve("form" + seed));
            after.stream().filter(quad -> !before.contains(quad)).forEach(earlier::add);
            before.stream().filter(quad -> !after.contains(quad)).forEach(earlier::remove);
            assertTrue(inference.amend(earlier), "seed " + seed);
            assertEquals(
                    Set.copyOf(whole.dataset().getGraph(INFERRED).find().toList()),
                    Set.copyOf(earlier.view(Which.AFTER, Steps.MOST)
                            .getGraph(INFERRED)
                            .find()
                            .toList()),
                    "seed " + seed);
            assertArrayEquals(
                    MadeUpWorlds.ordered(whole, wholeSteps.orElseThrow(), directory.resolve("after" + seed)),
                    earlier.stepsIn(ReadForm.open(directory.resolve("after" + seed))),
                    "seed " + seed);
            amended += earlier.changedByRules().size();
        }
        assertTrue(amended > 200, "too little follows: " + amended);
    }
}
