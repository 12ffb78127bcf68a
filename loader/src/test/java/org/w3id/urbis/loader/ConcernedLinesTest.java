package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConcernedLinesTest {

    @Test
    void otherLinesAreLeftEmptyAtTheirPlaces() throws IOException {
        String file = """
            # a comment
            <x:other> <x:p> "of <x:none>" .
            <x:łódź> <x:p> "text > with <signs>" .

            <x:other> <x:p> <x:łódź> <x:g> .\r
            <x:other> <x:p> <x:more> <x:g> .
            <x:other> <x:p> _:b .
            <x:\\u0142> <x:p> 1 .
            """;
        String kept = """
            # a comment

            <x:łódź> <x:p> "text > with <signs>" .

            <x:other> <x:p> <x:łódź> <x:g> .

            <x:other> <x:p> _:b .
            <x:\\u0142> <x:p> 1 .
            """;
        assertEquals(
                kept,
                new String(
                        new ConcernedLines(Set.of("x:łódź"))
                                .of(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                        StandardCharsets.UTF_8));
    }
}
