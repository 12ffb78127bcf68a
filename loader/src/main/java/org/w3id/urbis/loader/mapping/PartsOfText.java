package org.w3id.urbis.loader.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.IterLib;

/**
 * A cell that holds a list: {@code ?part fn:part (?cell ";")} gives each part once, in their order, without the blanks around
 * it; parts without a letter are left out. A cell without a value has no parts.
 */
final class PartsOfText extends PropertyFunctionEval {

    PartsOfText() {
        super(PropFuncArgType.PF_ARG_SINGLE, PropFuncArgType.PF_ARG_LIST);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node property, PropFuncArg object, ExecutionContext context) {
        List<Node> arguments = object.getArgList();
        if (arguments.size() != 2
                || !arguments.stream().allMatch(Node::isLiteral)
                || !subject.getArg().isVariable()) {
            return IterLib.noResults(context);
        }
        String separator = arguments.get(1).getLiteralLexicalForm();
        List<Binding> parts = Arrays.stream(
                        arguments.getFirst().getLiteralLexicalForm().split(Pattern.quote(separator)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(part -> BindingFactory.binding(
                        binding, Var.alloc(subject.getArg()), NodeFactory.createLiteralString(part)))
                .toList();
        return QueryIterPlainWrapper.create(parts.iterator(), context);
    }
}
