package org.w3id.urbis.queries;

/** A question was asked with a value it cannot take, or with one for a parameter it does not have. */
public final class ParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    ParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /**
     * Names the parameter at fault.
     *
     * @return its name as it was given
     */
    public String parameter() {
        return parameter;
    }
}
