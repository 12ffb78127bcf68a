package org.w3id.urbis.shapes;

import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;

/** One part of why a constraint is violated that consists of other shapes. */
public sealed interface Reason permits Reason.Lack, Reason.Conformance {

    /**
     * A value does not conform to one of the shapes.
     *
     * @param result what that shape found
     */
    record Lack(ReportEntry result) implements Reason {

        /** Refuses parts that are missing. */
        public Lack {
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * A value conforms to one of the shapes, as with {@code sh:not} it must not.
     *
     * @param value  the value
     * @param shape  the shape, which has an IRI or is a blank node of the shapes graph
     * @param counts false if the value is left out of a count, because it conforms to this shape beside the one that is
     *               counted
     */
    record Conformance(Node value, Node shape, boolean counts) implements Reason {

        /** Refuses parts that are missing. */
        public Conformance {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(shape, "shape");
        }
    }
}
