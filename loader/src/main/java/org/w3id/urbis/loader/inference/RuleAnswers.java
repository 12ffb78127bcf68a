package org.w3id.urbis.loader.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.shapes.change.Answers;
import org.w3id.urbis.shapes.change.ChangedStatements;
import org.w3id.urbis.shapes.change.TouchedPattern;

/** What a rule makes of some statements only. */
final class RuleAnswers {

    private final Rule rule;
    private final Query query;
    private final Element pattern;
    private final Context context;
    private final Set<Var> computed;
    private final List<ElementGroup> branches;

    RuleAnswers(Rule rule, Context context) {
        this.rule = rule;
        this.query = rule.query();
        this.pattern = query.getQueryPattern();
        this.context = context;
        this.computed = computed(pattern);
        this.branches = branches(pattern);
    }

    /** The pattern with one branch of each union in its place. */
    private static List<ElementGroup> branches(Element pattern) {
        List<ElementGroup> all = List.of(new ElementGroup());
        List<Element> parts = pattern instanceof ElementGroup group ? group.getElements() : List.of(pattern);
        for (Element part : parts) {
            List<ElementGroup> longer = new ArrayList<>();
            List<? extends Element> choices = part instanceof ElementUnion union ? union.getElements() : List.of(part);
            for (ElementGroup begun : all) {
                for (Element choice : choices) {
                    ElementGroup more = new ElementGroup();
                    begun.getElements().forEach(more::addElement);
                    more.addElement(choice);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** The variables that the pattern computes and does not find. */
    private static Set<Var> computed(Element pattern) {
        Set<Var> variables = new LinkedHashSet<>();
        if (pattern instanceof ElementGroup group) {
            for (Element element : group.getElements()) {
                if (element instanceof ElementBind bind) {
                    variables.add(bind.getVar());
                }
            }
        }
        return variables;
    }

    /**
     * Finds what the rule may make after a change and did not before, or the other way round.
     *
     * @param both what was and what is
     * @return the statements; empty if it can only be told by making all
     */
    Optional<Set<Triple>> touched(ChangedStatements changed, DatasetGraph both) {
        Optional<List<Element>> places = TouchedPattern.of(pattern, changed);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Set<Triple> touched = new LinkedHashSet<>();
        // What comes or goes in another way may be made, or need not be made any more, by this rule.
        for (Triple template : templates()) {
            changed.each(template, triple -> touched.add(triple));
        }
        if (places.get().isEmpty() && touched.isEmpty()) {
            return Optional.of(touched);
        }
        if (templates().stream().anyMatch(template -> found(template).isEmpty())) {
            return Optional.empty();
        }
        for (Element place : places.get()) {
            for (Triple template : templates()) {
                each(place, template, both, touched::add);
            }
        }
        return Optional.of(touched);
    }

    /** Those of some statements that the rule makes. */
    Set<Triple> among(Set<Triple> asked, DatasetGraph graph) {
        Set<Triple> made = new LinkedHashSet<>();
        for (Triple template : templates()) {
            rows(template, asked).ifPresent(rows -> {
                for (ElementGroup branch : branches) {
                    // A branch that does not find what the table has finds nothing for the template.
                    if (PatternVars.vars(branch).containsAll(rows.getVars())) {
                        each(with(rows, branch), template, graph, triple -> {
                            if (asked.contains(triple)) {
                                made.add(triple);
                            }
                        });
                    }
                }
            });
        }
        return made;
    }

    private static ElementGroup with(ElementData rows, ElementGroup branch) {
        ElementGroup group = new ElementGroup();
        group.addElement(rows);
        branch.getElements().forEach(group::addElement);
        return group;
    }

    /** All that the rule makes. */
    Set<Triple> all(DatasetGraph graph) {
        Set<Triple> made = new LinkedHashSet<>();
        rule.make(graph, context, made::add);
        return made;
    }

    private List<Triple> templates() {
        return query.getConstructTemplate().getTriples();
    }

    /** The variables of a template that the pattern finds. */
    private List<Var> found(Triple template) {
        List<Var> variables = new ArrayList<>();
        for (Node part : List.of(template.getSubject(), template.getPredicate(), template.getObject())) {
            if (part.isVariable() && !computed.contains(Var.alloc(part)) && !variables.contains(Var.alloc(part))) {
                variables.add(Var.alloc(part));
            }
        }
        return variables;
    }

    /** What the variables of a template are for it to be one of some statements. */
    private Optional<ElementData> rows(Triple template, Set<Triple> asked) {
        List<Var> variables = found(template);
        Set<Binding> rows = new LinkedHashSet<>();
        for (Triple triple : asked) {
            Map<Var, Node> bound = new HashMap<>();
            if (ChangedStatements.agrees(template.getSubject(), triple.getSubject(), bound)
                    && ChangedStatements.agrees(template.getPredicate(), triple.getPredicate(), bound)
                    && ChangedStatements.agrees(template.getObject(), triple.getObject(), bound)) {
                BindingBuilder row = Binding.builder();
                variables.forEach(variable -> row.add(variable, bound.get(variable)));
                rows.add(row.build());
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ElementData(new ArrayList<>(variables), new ArrayList<>(rows)));
    }

    /** What a template makes of the solutions of a pattern. */
    private void each(Element asked, Triple template, DatasetGraph graph, Consumer<Triple> made) {
        Set<Var> variables = new LinkedHashSet<>();
        for (Node part : List.of(template.getSubject(), template.getPredicate(), template.getObject())) {
            if (part.isVariable()) {
                variables.add(Var.alloc(part));
            }
        }
        List<Binding> solutions = new ArrayList<>();
        Answers.each(asked, variables, graph, context, solutions::add);
        TemplateLib.calcTriples(List.of(template), solutions.iterator())
                .forEachRemaining(triple -> made.accept(CanonicalTerm.of(Quad.create(Quad.defaultGraphIRI, triple))
                        .asTriple()));
    }
}
