package org.w3id.urbis.endpoint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.RevisionDumps.DumpFile;

/** Under which licence files are: that which the newest revision names for their graph, else that of the whole. */
final class GraphLicences {
    private final Map<String, String> named = new HashMap<>();

    private GraphLicences() {}

    /** Looks up the licences of the graphs of some files. */
    static GraphLicences of(RevisionStore store, List<DumpFile> files) {
        GraphLicences licences = new GraphLicences();
        try (RevisionLease newest = store.lease()) {
            DatasetGraph dataset = newest.dataset();
            Txn.executeRead(dataset, () -> files.stream()
                    .flatMap(file -> file.graph().stream())
                    .forEach(graph -> dataset.find(Node.ANY, Statements.iri(graph), DCTerms.license.asNode(), Node.ANY)
                            .forEachRemaining(said -> licences.add(graph, said.getObject()))));
        }
        return licences;
    }

    private void add(String graph, Node licence) {
        if (licence.isURI()) {
            named.put(graph, licence.getURI());
        }
    }

    /** The licence of a file. */
    String of(DumpFile file) {
        return file.graph().map(named::get).orElse(DataCatalog.LICENCE);
    }
}
