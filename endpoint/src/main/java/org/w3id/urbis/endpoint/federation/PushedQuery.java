package org.w3id.urbis.endpoint.federation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * What a SERVICE pattern asks, as a query that takes what is known already along in a block of VALUES.
 *
 * <p>The block and the pattern are joined by the other side as SPARQL defines it, and each row of the block has a number
 * that comes back with what was found for it. So nothing has to be joined here by comparing terms, which other servers
 * may write in another way than they were sent.
 */
final class PushedQuery {
    /** Marks a SERVICE pattern whose OPTIONAL is to be sent with it, so that it can be asked in blocks too. */
    private static final String OPTIONAL = "https://w3id.org/urbis/ontology#optionalService";
    /** A value that is longer is not sent along; what is found is then compared with it here. */
    private static final int LONGEST_VALUE = 2_000;

    /** What the production IRIREF of SPARQL leaves out. */
    private static final Pattern NO_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

    private final Element pattern;
    private final boolean isOptional;
    private final Map<Var, Var> names = new LinkedHashMap<>();
    private final Var number;

    private PushedQuery(Element pattern, boolean isOptional, Map<Var, Var> names) {
        this.pattern = pattern;
        this.isOptional = isOptional;
        this.names.putAll(names);
        Set<String> taken = new HashSet<>();
        names.values().forEach(each -> taken.add(each.getVarName()));
        String free = "row";
        while (taken.contains(free)) {
            free += "_";
        }
        this.number = Var.alloc(free);
    }

    /** A pattern that keeps the rows for which the endpoint has nothing. */
    static OpService optional(OpService service) {
        return new OpService(
                service.getService(),
                OpLabel.create(OPTIONAL, service.getSubOp()),
                service.getServiceElement(),
                service.getSilent());
    }

    /** What a pattern asks. */
    static PushedQuery of(OpService service) {
        Op inner = service.getSubOp();
        boolean isOptional = inner instanceof OpLabel label && OPTIONAL.equals(label.getObject());
        Op asked = isOptional ? ((OpLabel) inner).getSubOp() : inner;
        // Variables that must not be mixed up with others of the same name have been given other names; the query that
        // is sent has only its own.
        Op plain = Rename.reverseVarRename(asked, true);
        Query query = OpAsQuery.asQuery(plain);
        Map<Var, Var> names = new LinkedHashMap<>();
        Set<Var> own = OpVars.visibleVars(plain);
        for (Var here : OpVars.visibleVars(asked)) {
            Var there = Var.alloc(here.getVarName().substring(here.getVarName().lastIndexOf('/') + 1));
            if (own.contains(there) && there.isNamedVar()) {
                names.put(here, there);
            }
        }
        return new PushedQuery(
                isPlain(query) ? query.getQueryPattern() : new ElementSubQuery(query), isOptional, names);
    }

    private static boolean isPlain(Query query) {
        return query.isQueryResultStar()
                && !query.isDistinct()
                && !query.isReduced()
                && !query.hasLimit()
                && !query.hasOffset()
                && !query.hasOrderBy()
                && !query.hasGroupBy()
                && !query.hasAggregators()
                && !query.hasHaving()
                && !query.hasValues();
    }

    /** Its variables: what they are called here, and there. */
    Map<Var, Var> names() {
        return names;
    }

    /** The variable that the number of a row comes back in. */
    Var number() {
        return number;
    }

    boolean isOptional() {
        return isOptional;
    }

    /**
     * Whether a term can be sent: a blank node means nothing elsewhere, not all know triple terms, and what others take for an
     * IRI although it is none would be a fault in the query.
     */
    static boolean isSendable(Node term) {
        return term.isURI()
                        && term.getURI().length() <= LONGEST_VALUE
                        && !NO_IRI.matcher(term.getURI()).find()
                || term.isLiteral() && term.getLiteralLexicalForm().length() <= LONGEST_VALUE;
    }

    /** The variables of these rows that are sent along. */
    List<Var> sent(List<Binding> rows) {
        return names.keySet().stream()
                .filter(name -> rows.stream().anyMatch(row -> row.get(name) != null && isSendable(row.get(name))))
                .toList();
    }

    /** The query without anything sent along. */
    String text() {
        return text(List.of(), List.of());
    }

    /**
     * The query for some rows.
     *
     * @param sent   variables that are sent along
     * @param values for each row, a term for each of these variables, or null where it has none that can be sent
     */
    String text(List<Var> sent, List<List<Node>> values) {
        ElementGroup group = new ElementGroup();
        if (!sent.isEmpty() || names.isEmpty() || isOptional) {
            group.addElement(block(sent, values.isEmpty() ? List.of(List.of()) : values));
        }
        if (isOptional) {
            group.addElement(new ElementOptional(grouped()));
        } else if (pattern instanceof ElementPathBlock || pattern instanceof ElementGroup only && isTriples(only)) {
            // In one group with the block, as people write it: some servers are quick only then.
            (pattern instanceof ElementGroup inner ? inner.getElements() : List.of(pattern)).forEach(group::addElement);
        } else {
            group.addElement(grouped());
        }
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setQueryPattern(group);
        boolean isNumbered = group.getElements().getFirst() instanceof ElementData;
        if (isNumbered) {
            query.addResultVar(number);
        }
        names.forEach((here, there) -> {
            int column = sent.indexOf(here);
            // What was sent with every row is known here and need not come back.
            if (column < 0 || values.stream().anyMatch(row -> row.get(column) == null)) {
                query.addResultVar(there);
            }
        });
        return query.serialize();
    }

    private static boolean isTriples(ElementGroup group) {
        return group.size() == 1 && group.get(0) instanceof ElementPathBlock;
    }

    private Element grouped() {
        if (pattern instanceof ElementGroup) {
            return pattern;
        }
        ElementGroup group = new ElementGroup();
        group.addElement(pattern);
        return group;
    }

    private ElementData block(List<Var> sent, List<List<Node>> values) {
        List<Var> columns = new ArrayList<>(sent.stream().map(names::get).toList());
        columns.add(number);
        List<Binding> rows = new ArrayList<>();
        for (List<Node> row : values) {
            BindingBuilder builder = Binding.builder();
            for (int i = 0; i < sent.size(); i++) {
                if (row.get(i) != null) {
                    builder.add(columns.get(i), row.get(i));
                }
            }
            rows.add(
                    builder.add(number, NodeFactoryExtra.intToNode(rows.size())).build());
        }
        return new ElementData(columns, rows);
    }

    /** The number of the row that a row of the answer belongs to; below 0 if it names none. */
    int numberOf(Binding row) {
        Node found = row.get(number);
        if (found == null) {
            return -1;
        }
        return found.isLiteral() && found.getLiteralLexicalForm().matches("[0-9]{1,6}")
                ? Integer.parseInt(found.getLiteralLexicalForm())
                : -1;
    }
}
