package org.w3id.urbis.endpoint.triplestore;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateAction;

/** Fuseki as it comes: its default graph is a graph of its own, and empty. */
final class StockFuseki implements ForeignStore {
    private final int port = ForeignStore.freePort();
    private final DatasetGraph data = DatasetGraphFactory.createTxnMem();
    private FusekiServer server;

    StockFuseki() {
        restart();
    }

    @Override
    public String queries() {
        return "http://127.0.0.1:" + port + "/urbis/sparql";
    }

    @Override
    public String content() {
        return "http://127.0.0.1:" + port + "/urbis";
    }

    /** Changes what it holds. */
    void update(String update) {
        Txn.executeWrite(data, () -> UpdateAction.parseExecute(update, data));
    }

    @Override
    public void kill() {
        server.stop();
    }

    @Override
    public void restart() {
        server = FusekiServer.create()
                .port(port)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .add("/urbis", data)
                .build();
        server.start();
    }

    @Override
    public void close() {
        kill();
    }
}
