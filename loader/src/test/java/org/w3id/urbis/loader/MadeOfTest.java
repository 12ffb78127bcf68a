package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;

class MadeOfTest {

    @TempDir
    private Path folders;

    @Test
    void whatFillsAGraphIsItsFileItsMappingAndWhatDescribesIt() {
        SmallSource source = SmallSource.in(folders);
        MadeOf before = MadeOf.of(selection(), List.of(), BaseIri.URBIS);
        assertEquals(Set.of("networks.ttl", "towns.csv"), unchangedSince(before));
        source.write("towns.csv", SmallSource.TABLE + "fords,Fords\n");
        assertEquals(Set.of("networks.ttl"), unchangedSince(before));
        source.write("towns.csv", SmallSource.TABLE).write("mapping.rq", SmallSource.MAPPING + "\n");
        assertEquals(Set.of("networks.ttl"), unchangedSince(before));
        SmallSource.in(folders).write("networks.ttl", SmallSource.TURTLE.replace("Rivers", "Streams"));
        assertEquals(Set.of("towns.csv"), unchangedSince(before));
        SmallSource.in(folders).append("source.ttl", "# Looked through.\n");
        assertEquals(Set.of(), unchangedSince(before));
    }

    private Selection selection() {
        return new Sources(
                        BaseIri.URBIS,
                        new LoadRequest(folders, List.of(folders), List.of("small"), Optional.empty(), true, 1))
                .select(Set.of());
    }

    private Set<String> unchangedSince(MadeOf before) {
        List<Source> small = selection().read().stream()
                .filter(source -> source.id().equals(SmallSource.ID))
                .toList();
        return before.unchanged(small).stream().map(graph -> graph.fileName()).collect(Collectors.toSet());
    }
}
