package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.pfunction.PropFuncArg;

/**
 * The places in an area for each row that comes in, the nearest first if it has a middle. What is found is kept for the
 * next row, which mostly asks for the same area.
 */
final class PlaceRows extends QueryIterRepeatApply {

    private final Node subject;
    private final PropFuncArg object;
    private final Function<List<Node>, PlaceProperty.Wanted> reading;
    private final Places places;
    private List<Node> last = List.of();
    private List<Found> found = List.of();
    private Set<Integer> numbers = Set.of();

    PlaceRows(
            QueryIterator input,
            Node subject,
            PropFuncArg object,
            Function<List<Node>, PlaceProperty.Wanted> reading,
            ExecutionContext context) {
        super(input, context);
        this.subject = subject;
        this.object = object;
        this.reading = reading;
        this.places = Places.of(context.getActiveGraph());
    }

    private record Found(int number, double distance) {}

    @Override
    protected QueryIterator nextStage(Binding row) {
        PropFuncArg given = Substitute.substitute(object, row);
        List<Node> terms = given.isList() ? given.getArgList() : List.of(given.getArg());
        if (!terms.equals(last)) {
            look(reading.apply(terms));
            last = terms;
        }
        if (!subject.isVariable()) {
            return only(row, places.number(subject));
        }
        Var variable = Var.alloc(subject);
        if (row.contains(variable)) {
            return only(row, places.number(row, variable));
        }
        return QueryIterPlainWrapper.create(
                found.stream()
                        .map(one -> places.row(row, variable, one.number()))
                        .iterator(),
                getExecContext());
    }

    private QueryIterator only(Binding row, int number) {
        return numbers.contains(number)
                ? QueryIterSingleton.create(row, getExecContext())
                : QueryIterNullIterator.create(getExecContext());
    }

    private void look(PlaceProperty.Wanted wanted) {
        List<Found> all = new ArrayList<>();
        Area area = wanted.area();
        places.between(area.south(), area.north(), (number, latitude, longitude) -> {
            double distance = area.distance(latitude, longitude);
            if (distance >= 0) {
                all.add(new Found(number, distance));
            }
        });
        if (area.isSorted()) {
            all.sort(Comparator.comparingDouble(Found::distance).thenComparingInt(Found::number));
        }
        numbers = HashSet.newHashSet(Math.min(all.size(), wanted.limit()));
        found = all.stream()
                .filter(one -> numbers.size() < wanted.limit() && numbers.add(one.number()))
                .toList();
    }
}
