package org.w3id.urbis.loader.readform;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** A row whose values are numbers of terms; each becomes a term when somebody asks for it. */
final class IdBinding extends BindingBase {
    private final ReadForm form;
    private final Var[] variables;
    private final int[] numbers;

    /**
     * Makes a row.
     *
     * @param parent    what the row adds to
     * @param variables what it adds; may be shared among rows
     * @param numbers   their values
     */
    IdBinding(Binding parent, ReadForm form, Var[] variables, int[] numbers) {
        super(parent);
        this.form = form;
        this.variables = variables;
        this.numbers = numbers;
    }

    /**
     * The value of a variable in a row of any kind: a number, {@link Triples#ANY} if it has none, {@link Terms#UNKNOWN}
     * if its value is nowhere in the form.
     */
    static int number(Binding row, Var variable, ReadForm form) {
        Binding at = row;
        while (at instanceof IdBinding numbered && numbered.form == form) {
            int place = numbered.place(variable);
            if (place >= 0) {
                return numbered.numbers[place];
            }
            at = numbered.parent;
        }
        Node term = at == null ? null : at.get(variable);
        return term == null ? Triples.ANY : form.terms().number(term);
    }

    private int place(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected Iterator<Var> vars1() {
        return Arrays.asList(variables).iterator();
    }

    @Override
    protected int size1() {
        return variables.length;
    }

    @Override
    protected boolean isEmpty1() {
        return variables.length == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        return place(variable) >= 0;
    }

    @Override
    protected Node get1(Var variable) {
        int place = place(variable);
        return place < 0 ? null : form.terms().term(numbers[place]);
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return new IdBinding(newParent, form, variables, numbers);
    }
}
