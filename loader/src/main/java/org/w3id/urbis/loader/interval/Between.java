package org.w3id.urbis.loader.interval;

/**
 * An argument that a function takes only from a range.
 *
 * @param most how far from 0
 */
record Between(double most) implements Operation.OfOne {

    @Override
    public ValueSet forward(ValueSet argument) {
        return argument.and(ValueSet.between(-most, most));
    }

    @Override
    public ValueSet backward(ValueSet result, ValueSet argument) {
        return result.and(ValueSet.between(-most, most));
    }
}
