package org.w3id.urbis.shapes;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Shapes that SHACL does not allow. Engines let many of them pass without a word, and judge as if the faulty statement
 * were not there; hence they are refused.
 */
public final class IllFormedShapesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ShapeFault> faults;

    /**
     * Names every fault.
     *
     * @param faults what is wrong, one or more
     */
    public IllFormedShapesException(List<ShapeFault> faults) {
        super("The shapes are ill-formed: "
                + faults.stream().map(ShapeFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /**
     * Returns what is wrong.
     *
     * @return one or more faults
     */
    public List<ShapeFault> faults() {
        return faults;
    }
}
