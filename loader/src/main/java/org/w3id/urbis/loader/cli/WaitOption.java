package org.w3id.urbis.loader.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a preview may take over the questions of the catalogue. */
final class WaitOption {

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long the questions of the catalogue may take together, of which a preview tells whether"
                    + " their answers would change; a server has a limit of its own. Without it, 20.")
    private int seconds;

    Duration patience() {
        if (seconds < 0) {
            throw new ImpossibleException("--wait needs a number of seconds, 0 or more");
        }
        return Duration.ofSeconds(seconds);
    }
}
