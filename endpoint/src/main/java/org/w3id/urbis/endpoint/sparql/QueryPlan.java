package org.w3id.urbis.endpoint.sparql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.readform.PatternPlan;

/**
 * How a query would be answered: the operators that it is made of, rewritten for speed, and how many statements each of
 * its patterns fits by itself, which is what makes a query slow or quick; in the order in which they are looked for.
 */
final class QueryPlan {
    /** Counting further takes time and says no more. */
    private static final int MOST_COUNTED = 10_000;

    private static final int MOST_PATTERNS = 50;

    private QueryPlan() {}

    /**
     * The plan as a document.
     *
     * @param hints what may be wrong with the query
     */
    static Map<String, Object> of(ReadQuery read, RevisionLease revision, List<Map<String, Object>> hints) {
        Op plan = Algebra.optimize(read.algebra());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("form", read.query().queryType().name().toLowerCase(Locale.ROOT));
        if (read.query().isSelectType()) {
            document.put("columns", read.query().getResultVars());
        }
        PrefixMap prefixes = Prefixes.adapt(read.query().getPrefixMapping());
        document.put(
                "patterns", Txn.calculateRead(revision.dataset(), () -> patterns(plan, revision.dataset(), prefixes)));
        if (!hints.isEmpty()) {
            document.put("hints", hints);
        }
        document.put("algebra", plan.toString(read.query().getPrefixMapping()));
        return document;
    }

    private static List<Map<String, Object>> patterns(Op plan, DatasetGraph dataset, PrefixMap prefixes) {
        Graph all = dataset.getUnionGraph();
        return PatternPlan.of(dataset, plan).stream()
                .limit(MOST_PATTERNS)
                .map(triple -> pattern(triple, all, prefixes))
                .toList();
    }

    private static Map<String, Object> pattern(Triple triple, Graph all, PrefixMap prefixes) {
        int matches = 0;
        Iterator<Triple> fits = all.find(any(triple.getSubject()), any(triple.getPredicate()), any(triple.getObject()));
        while (matches < MOST_COUNTED && fits.hasNext()) {
            fits.next();
            matches++;
        }
        boolean more = fits.hasNext();
        Iter.close(fits);
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put(
                "pattern",
                word(triple.getSubject(), prefixes) + " " + word(triple.getPredicate(), prefixes) + " "
                        + word(triple.getObject(), prefixes));
        pattern.put("matches", matches);
        pattern.put("more", more);
        return pattern;
    }

    private static String word(Node node, PrefixMap prefixes) {
        return node.isVariable() ? node.toString() : NodeFmtLib.str(node, "", prefixes);
    }

    private static Node any(Node node) {
        return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
    }
}
