package org.w3id.urbis.endpoint.sparql.bound;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.sparql.util.Context;

/**
 * REPLACE that stops when the query is to stop, and makes no endless text.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-replace">SPARQL 1.1, 17.4.3.15</a>
 */
final class BoundedReplace extends ExprFunctionN {
    private final BoundedPattern pattern = new BoundedPattern();

    BoundedReplace(ExprList arguments) {
        super(Tags.tagReplace, arguments);
    }

    /** Before the query runs nobody can stop it, so what is constant is not worked out then. */
    @Override
    public NodeValue eval(List<NodeValue> values) {
        throw new ExprEvalException("Only worked out while a query runs");
    }

    @Override
    public NodeValue eval(List<NodeValue> values, FunctionEnv environment) {
        return eval(values, pattern, Context.getOrSetCancelSignal(environment.getContext()));
    }

    static NodeValue eval(List<NodeValue> values, BoundedPattern pattern, AtomicBoolean stop) {
        Node node = NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(0));
        String replacement =
                NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(2)).getLiteralLexicalForm();
        NodeValue flags = values.size() > 3 ? values.get(3) : null;
        String text = node.getLiteralLexicalForm();
        try {
            String replaced = replaced(pattern.matcher("REPLACE", text, values.get(1), flags, stop), replacement, text);
            return replaced.equals(text) ? values.get(0) : like(node, replaced);
        } catch (IndexOutOfBoundsException | IllegalArgumentException unusable) {
            throw new ExprEvalException("REPLACE: the replacement cannot be used: " + unusable.getMessage());
        } catch (StackOverflowError tooDeep) {
            throw BoundedPattern.tooDeep();
        }
    }

    /** As Jena does it: of what matches nothing only the first is replaced. */
    private static String replaced(Matcher matcher, String replacement, String text) {
        StringBuilder all = new StringBuilder();
        boolean any = false;
        while (matcher.find()) {
            if (!any || matcher.start() != matcher.end()) {
                any = true;
                matcher.appendReplacement(all, replacement);
                ValueBounds.length(all.length());
            }
        }
        return any ? matcher.appendTail(all).toString() : text;
    }

    private static NodeValue like(Node node, String text) {
        if (node.getLiteralLanguage().isEmpty()) {
            return NodeValue.makeNode(NodeFactory.createLiteralDT(text, node.getLiteralDatatype()));
        }
        return NodeValue.makeNode(
                NodeFactory.createLiteralDirLang(text, node.getLiteralLanguage(), node.getLiteralBaseDirection()));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedReplace(arguments);
    }
}
