package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;

/** Goes through the triples that match, in the order of whichever list has them side by side. To be used again and again. */
final class TripleCursor {
    private enum Order {
        /** All, or those of one subject. */
        SUBJECT,
        /** Those of one property. */
        PROPERTY,
        /** Those of one value. */
        VALUE,
        /** Those of one graph. */
        GRAPH
    }

    private final Triples triples;
    private Order order;
    private int at;
    private int end;
    private int wantedProperty;
    private int wantedValue;
    private int wantedSubject;
    private int subject;
    private int property;
    private int value;
    private int triple;

    TripleCursor(Triples triples) {
        this.triples = triples;
    }

    /** Begins anew; each part is a number or {@link Triples#ANY}. */
    void open(int wantedSubject, int wantedProperty, int wantedValue) {
        this.wantedSubject = wantedSubject;
        this.wantedProperty = wantedProperty;
        this.wantedValue = wantedValue;
        if (wantedSubject >= 0 && (wantedValue < 0 || wantedProperty >= 0)) {
            openSubject();
        } else if (wantedProperty >= 0) {
            openProperty();
        } else if (wantedValue >= 0) {
            openValue();
        } else {
            order = Order.SUBJECT;
            at = 0;
            end = triples.count();
            subject = 0;
        }
    }

    /** Begins anew in one graph, by its place in the list of graphs; the parts are filters. */
    void openGraph(int graphPlace, int wantedSubject, int wantedProperty, int wantedValue) {
        this.wantedSubject = wantedSubject;
        this.wantedProperty = wantedProperty;
        this.wantedValue = wantedValue;
        order = Order.GRAPH;
        at = triples.graphTriplesAt.get(graphPlace);
        end = triples.graphTriplesAt.get(graphPlace + 1);
        subject = 0;
    }

    private void openSubject() {
        order = Order.SUBJECT;
        IntBuffer rows = triples.bySubject;
        subject = wantedSubject;
        at = triples.subjectAt.get(wantedSubject);
        end = triples.subjectAt.get(wantedSubject + 1);
        narrow(rows, 2, wantedProperty, wantedValue);
    }

    private void openProperty() {
        order = Order.PROPERTY;
        property = wantedProperty;
        at = triples.propertyAt.get(wantedProperty);
        end = triples.propertyAt.get(wantedProperty + 1);
        narrow(triples.byProperty, 3, wantedValue, Triples.ANY);
    }

    private void openValue() {
        order = Order.VALUE;
        value = wantedValue;
        at = triples.valueAt.get(wantedValue);
        end = triples.valueAt.get(wantedValue + 1);
        narrow(triples.byValue, 3, wantedSubject, Triples.ANY);
    }

    /** Narrows the rows to those with a first and a second column, where these are wanted. */
    private void narrow(IntBuffer rows, int width, int first, int second) {
        if (first >= 0) {
            at = Triples.lower(rows, width, at, end, first);
            end = Triples.lower(rows, width, at, end, first + 1);
            if (second >= 0) {
                at = Triples.lowerSecond(rows, width, at, end, second);
                end = at < end && rows.get(at * width + 1) == second ? at + 1 : at;
            }
        }
    }

    /** Whether it goes through the statements of one property in the order of their values. */
    boolean goesByValue() {
        return order == Order.PROPERTY && wantedValue < 0;
    }

    /** Leaves only what has its value among some numbers, where the statements of one property are gone through by value. */
    void narrowValues(int from, int endOfValues) {
        if (goesByValue()) {
            at = Triples.lower(triples.byProperty, 3, at, end, from);
            end = Triples.lower(triples.byProperty, 3, at, end, endOfValues);
        }
    }

    /** Begins anew with nothing to go through. */
    void openEmpty() {
        order = Order.SUBJECT;
        at = 0;
        end = 0;
    }

    /** The value of the one that comes so many after the next, where the statements of one property are gone through by value. */
    int valueAt(int place) {
        return triples.byProperty.get(3 * (at + place));
    }

    /** How many are left; in a graph the most it can be. */
    int left() {
        return end - at;
    }

    /** Goes to the next triple; false if there is none. */
    boolean next() {
        if (order == Order.GRAPH) {
            return nextInGraph();
        }
        if (at >= end) {
            return false;
        }
        if (order == Order.SUBJECT) {
            triple = at;
            if (wantedSubject < 0) {
                while (triples.subjectAt.get(subject + 1) <= at) {
                    subject++;
                }
            }
            property = triples.bySubject.get(2 * at);
            value = triples.bySubject.get(2 * at + 1);
        } else if (order == Order.PROPERTY) {
            value = triples.byProperty.get(3 * at);
            subject = triples.byProperty.get(3 * at + 1);
            triple = triples.byProperty.get(3 * at + 2);
        } else {
            subject = triples.byValue.get(3 * at);
            property = triples.byValue.get(3 * at + 1);
            triple = triples.byValue.get(3 * at + 2);
        }
        at++;
        return true;
    }

    private boolean nextInGraph() {
        while (at < end) {
            triple = triples.graphTriples.get(at++);
            property = triples.bySubject.get(2 * triple);
            value = triples.bySubject.get(2 * triple + 1);
            if ((wantedProperty < 0 || wantedProperty == property) && (wantedValue < 0 || wantedValue == value)) {
                subject = triples.subject(triple);
                if (wantedSubject < 0 || wantedSubject == subject) {
                    return true;
                }
            }
        }
        return false;
    }

    int subject() {
        return subject;
    }

    int property() {
        return property;
    }

    int value() {
        return value;
    }

    /** The number of the triple. */
    int triple() {
        return triple;
    }
}
