package org.w3id.urbis.endpoint;

/** A server of the graph that ships, started once for all tests that only read it. */
public final class ShippedServer {
    private static RunningServer running;

    private ShippedServer() {}

    /** The server, which ends with the tests. */
    public static synchronized RunningServer running() {
        if (running == null) {
            RunningServer server = RunningServer.on(ShippedData.directory());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            running = server;
        }
        return running;
    }
}
