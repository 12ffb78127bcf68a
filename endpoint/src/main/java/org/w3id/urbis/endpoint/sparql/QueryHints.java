package org.w3id.urbis.endpoint.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.IRILib;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * What may be wrong with a query that is well written: a term or a code that nobody declared, with which a pattern fits
 * nothing. Found once for a query and a revision, and told in a header and beside the plan.
 */
final class QueryHints {
    private static final int REMEMBERED_REVISIONS = 4;
    private static final int REMEMBERED_QUERIES = 1000;
    /** More would not help, and headers have to stay short. */
    private static final int MOST = 5;

    private final Cache<String, DeclaredWords> words =
            Caffeine.newBuilder().maximumSize(REMEMBERED_REVISIONS).build();
    private final Cache<ReadQuery, Told> told =
            Caffeine.newBuilder().weakKeys().maximumSize(REMEMBERED_QUERIES).build();

    /**
     * A word that is not known.
     *
     * @param iri   as it stands in the query
     * @param meant the words that it was probably meant to be; none if none is near
     */
    record Unknown(String iri, List<String> meant) {}

    /** What is told of a query to those who ask a revision. */
    private record Told(String revision, List<Unknown> unknown, Optional<Header> header) {}

    /** The header that names the unknown words; empty if all are known. */
    Optional<Header> header(ReadQuery query, RevisionLease revision) {
        return query.words().isEmpty()
                ? Optional.empty()
                : told(query, revision).header();
    }

    /** The unknown words, for a document. */
    List<Map<String, Object>> documents(ReadQuery query, RevisionLease revision) {
        return told(query, revision).unknown().stream()
                .map(unknown -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("hint", "unknown-term");
                    document.put("iri", unknown.iri());
                    document.put("meant", unknown.meant());
                    return document;
                })
                .toList();
    }

    private Told told(ReadQuery query, RevisionLease revision) {
        Told known = told.getIfPresent(query);
        if (known == null || !known.revision().equals(revision.info().hash())) {
            List<Unknown> unknown = unknown(query, revision);
            known = new Told(revision.info().hash(), unknown, written(unknown));
            told.put(query, known);
        }
        return known;
    }

    private List<Unknown> unknown(ReadQuery query, RevisionLease revision) {
        DatasetGraph dataset = revision.dataset();
        DeclaredWords declared =
                words.get(revision.info().hash(), any -> Txn.calculateRead(dataset, () -> DeclaredWords.of(dataset)));
        List<String> doubtful = query.words().stream().filter(declared::misses).toList();
        return doubtful.isEmpty()
                ? List.of()
                : Txn.calculateRead(dataset, () -> doubtful.stream()
                        .filter(word -> !isUsed(dataset, NodeFactory.createURI(word)))
                        .limit(MOST)
                        .map(word -> new Unknown(word, declared.nearest(word)))
                        .toList());
    }

    private static boolean isUsed(DatasetGraph dataset, Node word) {
        return dataset.contains(Node.ANY, word, Node.ANY, Node.ANY)
                || dataset.contains(Node.ANY, Node.ANY, word, Node.ANY)
                || dataset.contains(Node.ANY, Node.ANY, Node.ANY, word);
    }

    /** A list of tokens with parameters. RFC 9651. */
    private static Optional<Header> written(List<Unknown> unknown) {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(HeaderValues.createCached(
                        Answering.HINT,
                        unknown.stream().map(QueryHints::written).collect(Collectors.joining(", "))));
    }

    private static String written(Unknown unknown) {
        String item = "unknown-term;iri=\"" + ascii(unknown.iri()) + "\"";
        return unknown.meant().isEmpty() ? item : item + ";meant=\"" + ascii(String.join(" ", unknown.meant())) + "\"";
    }

    private static String ascii(String iri) {
        return IRILib.encodeNonASCII(iri).replaceAll("[\"\\\\\\p{Cntrl}]", "");
    }
}
