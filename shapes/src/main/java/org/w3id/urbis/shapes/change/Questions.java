package org.w3id.urbis.shapes.change;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.constraint.CardinalityConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.ConstraintVisitorBase;

/** The queries of SPARQL constraints, whether they are parsed yet or not. */
final class Questions {

    /** Constraints that are about the values themselves, and look at no other statement. */
    private static final Set<Class<?>> OF_VALUES = Set.of(
            ConstraintTerm.class,
            CardinalityConstraint.class,
            HasValueConstraint.class,
            InConstraint.class,
            UniqueLangConstraint.class);

    private Questions() {}

    /** The query of a constraint; empty if it has none. */
    static Optional<Query> of(Constraint constraint) {
        Query[] found = new Query[1];
        constraint.visit(new ConstraintVisitorBase() {
            @Override
            public void visit(SparqlConstraint sparql) {
                found[0] = sparql.getQuery();
            }
        });
        return Optional.ofNullable(found[0]);
    }

    static boolean looksAtNothingElse(Constraint constraint) {
        return OF_VALUES.stream().anyMatch(kind -> kind.isInstance(constraint));
    }
}
