package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EndpointMainTest {

    @Test
    void theProgramAndEachCommandTellTheVersion() {
        List<String> commands = EndpointMain.program().getSubcommands().keySet().stream()
                .filter(command -> !command.equals("help"))
                .toList();
        assertTrue(commands.containsAll(List.of("serve", "load", "validate", "query")), commands::toString);
        assertEquals("urbis (not packaged)", said("--version"));
        commands.forEach(command -> assertEquals("urbis (not packaged)", said(command, "--version"), command));
    }

    private static String said(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine program = EndpointMain.program().setOut(new PrintWriter(out, true));
        assertEquals(0, program.execute(arguments));
        return out.toString().strip();
    }
}
