package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.ontology.Urbis;

/** Writes where things lie, where the coordinates of few of them have changed. */
final class AmendedPoints {
    private static final Set<Node> COORDINATES =
            Set.of(NodeFactory.createURI(Urbis.LATITUDE), NodeFactory.createURI(Urbis.LONGITUDE));

    private final IntBuffer old;
    private final AmendedTerms terms;
    /** The rows of things of which coordinates have changed, as they were. */
    private final int[] going;
    /** The same as they are. */
    private final int[] coming;

    AmendedPoints(ReadForm old, AmendedTerms terms, Collection<Quad> added, Collection<Quad> removed) {
        this.old = old.points();
        this.terms = terms;
        Set<Quad> statements = new LinkedHashSet<>();
        DatasetGraph dataset = old.dataset();
        Stream.concat(added.stream(), removed.stream())
                .filter(AmendedPoints::isCoordinate)
                .map(Quad::getSubject)
                .distinct()
                .forEach(thing -> COORDINATES.forEach(property ->
                        dataset.find(Node.ANY, thing, property, Node.ANY).forEachRemaining(statements::add)));
        this.going = rows(statements, term -> old.terms().number(term));
        removed.forEach(statements::remove);
        added.stream().filter(AmendedPoints::isCoordinate).forEach(statements::add);
        this.coming = rows(statements, term -> terms.spot(term).after());
    }

    private static boolean isCoordinate(Quad quad) {
        return COORDINATES.contains(quad.getPredicate());
    }

    private static int[] rows(Set<Quad> statements, ToIntFunction<Node> numbers) {
        Map<Integer, Node> nodes = new HashMap<>();
        ReadFormBuilder.Ints[] parts = new ReadFormBuilder.Ints[4];
        Arrays.setAll(parts, part -> new ReadFormBuilder.Ints());
        for (Quad quad : statements) {
            Node[] told = {quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()};
            for (int part = 0; part < told.length; part++) {
                int number = numbers.applyAsInt(told[part]);
                nodes.put(number, told[part]);
                parts[part].add(number);
            }
        }
        return PointSorting.rows(parts[0], parts[1], parts[2], parts[3], nodes::get);
    }

    /** Writes the section. */
    void write(FormFile.Writer out) throws IOException {
        int[] before = new int[old.limit()];
        old.get(0, before);
        int[] rows = new int[before.length - going.length + coming.length];
        int count = 0;
        int gone = 0;
        int come = 0;
        for (int at = 0; at < before.length; at += Points.WIDTH) {
            if (gone < going.length && compare(going, gone, before, at) == 0) {
                gone += Points.WIDTH;
            } else {
                before[at + 2] = terms.numbers().of(before[at + 2]);
                while (come < coming.length && compare(coming, come, before, at) < 0) {
                    System.arraycopy(coming, come, rows, count, Points.WIDTH);
                    come += Points.WIDTH;
                    count += Points.WIDTH;
                }
                System.arraycopy(before, at, rows, count, Points.WIDTH);
                count += Points.WIDTH;
            }
        }
        System.arraycopy(coming, come, rows, count, coming.length - come);
        out.ints(Section.POINTS, rows, rows.length);
    }

    private static int compare(int[] one, int at, int[] other, int otherAt) {
        return Arrays.compare(one, at, at + Points.WIDTH, other, otherAt, otherAt + Points.WIDTH);
    }
}
