package org.w3id.urbis.loader.inference;

import java.util.List;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
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
        Context context = MappingFunctions.context();
        Counted counted = new Counted(candidate);
        Waiting said = new Waiting(candidate.statements());
        for (Rule rule : rules) {
            counted.tables(rule)
                    .map(tables -> rule.asking(CountTable.filledIn(rule, tables)))
                    .orElse(rule)
                    .make(candidate, context, said::add);
        }
        said.enter(candidate.base().graph("description"));
    }
}
