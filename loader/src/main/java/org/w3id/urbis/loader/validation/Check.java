package org.w3id.urbis.loader.validation;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The checks of our own, beside those of SHACL's constraint components. */
public enum Check {

    /** The file breaks the grammar of its format. */
    SYNTAX("Syntax"),
    /** The bytes of the file are no UTF-8. */
    ENCODING("Encoding"),
    /** A prefix is used and not declared. */
    UNDEFINED_PREFIX("UndefinedPrefix"),
    /** An IRI has characters or a form that IRIs may not have. */
    BAD_IRI("BadIri"),
    /** A literal is none of its datatype's. */
    ILL_TYPED_LITERAL("IllTypedLiteral"),
    /** A language tag is none. */
    BAD_LANGUAGE("BadLanguage"),
    /** The file wants something from outside to be read with it. */
    OUTSIDE_REFERENCE("OutsideReference"),
    /** The ontology does not declare a term of its own namespace that the data uses. */
    UNDECLARED_TERM("UndeclaredTerm"),
    /** A code, framework element or area is none that is known. */
    UNKNOWN_CODE("UnknownCode"),
    /** Shapes say what SHACL does not allow. */
    ILL_FORMED_SHAPES("IllFormedShapes"),
    /** Shapes use a term of SHACL's namespace that SHACL does not have. */
    UNKNOWN_SHACL_TERM("UnknownShaclTerm"),
    /** There is more wrong than is told. */
    UNFINISHED("Unfinished"),
    /** A cell of a table holds what its column does not take. */
    CELL("Cell"),
    /** A blank node can get no name that stays the same from load to load. */
    UNNAMEABLE_NODE("UnnameableNode"),
    /** An entry describes as new what the graph has, or had, under the same IRI. */
    NAME_TAKEN("NameTaken"),
    /** An entry describes as new what the graph has, perhaps, under another IRI. */
    LIKELY_DUPLICATE("LikelyDuplicate");

    private static final String NAMESPACE = "https://w3id.org/urbis/shapes#";

    private final Node component;

    Check(String name) {
        this.component = NodeFactory.createURI(NAMESPACE + name);
    }

    /**
     * Names the check as SHACL names its constraint components.
     *
     * @return an IRI in the namespace of the shapes
     */
    public Node component() {
        return component;
    }
}
