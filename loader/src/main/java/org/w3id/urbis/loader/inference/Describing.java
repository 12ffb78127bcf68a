package org.w3id.urbis.loader.inference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.readform.AmendedCensus;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.EarlierView.Which;
import org.w3id.urbis.loader.statement.StatementCensus;
import org.w3id.urbis.loader.statement.Steps;
import org.w3id.urbis.loader.statement.Waiting;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Describes the graph as a whole in its graph {@code graph/description}: what it holds of each class and property and
 * where it links to, by VoID, and how good it is, by the Data Quality Vocabulary.
 *
 * <p>Each rule looks at the graph as it is before anything is said of it, so that the description does not count itself.
 *
 * @see <a href="https://www.w3.org/TR/void/">VoID</a>
 * @see <a href="https://www.w3.org/TR/vocab-dqv/">Data Quality Vocabulary</a>
 */
public final class Describing {

    private final List<Rule> rules;

    private Describing(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules that ship with the program.
     *
     * @return a description by the files of the classpath folder {@code urbis/description}
     * @throws UnusableRuleException if a file is not a rule
     */
    public static Describing shipped() {
        return new Describing(Rule.all(ResourceFolder.onClasspath("urbis/description")));
    }

    /**
     * Adds the description. Nothing may be added to the candidate afterwards.
     *
     * @param candidate what is to be published, with all that follows
     */
    public void addTo(Candidate candidate) {
        Node graph = candidate.base().graph("description");
        Waiting said = new Waiting(candidate.statements());
        describe(new Counted(new StatementCensus(candidate.statements()), graph), candidate.dataset(), said::add);
        said.enter(graph);
    }

    /**
     * Describes what a revision that is made from the one before is to hold.
     *
     * @param earlier the revision before and all that changes, but for the description
     * @param base    the base IRI
     * @return what the description is to say
     */
    public Set<Triple> of(EarlierStatements earlier, BaseIri base) {
        DatasetGraph whole = earlier.view(Which.AFTER, Steps.MOST);
        Set<Triple> said = new LinkedHashSet<>();
        describe(new Counted(new AmendedCensus(earlier), base.graph("description")), whole, said::add);
        said.removeIf(whole.getDefaultGraph()::contains);
        return said;
    }

    private void describe(Counted counted, DatasetGraph whole, Consumer<Triple> said) {
        Context context = MappingFunctions.context();
        for (Rule rule : rules) {
            counted.tables(rule)
                    .map(tables -> rule.asking(CountTable.filledIn(rule, tables)))
                    .orElse(rule)
                    .make(whole, context, said);
        }
    }
}
