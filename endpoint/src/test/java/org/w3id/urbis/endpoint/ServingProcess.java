package org.w3id.urbis.endpoint;

import java.nio.file.Path;

/** The command that serves, in a process of its own. */
public final class ServingProcess {

    private ServingProcess() {}

    /**
     * How it is started on a data directory, on a free port that it tells in its one line; what else it says goes into the
     * file {@code err} of that directory.
     *
     * @param heap the largest heap, as Java is told, such as 1g
     */
    public static ProcessBuilder on(Path data, String heap) {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx" + heap,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        EndpointMain.class.getName(),
                        "serve",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(data.resolve("err").toFile());
    }
}
