package org.w3id.urbis.loader.entry;

import org.apache.jena.graph.Node;

/** The rows that templates show; who leaves one in is told. */
final class EntryExamples {

    /** How the keys of all things of examples end. */
    static final String KEY = "example-network";

    private EntryExamples() {}

    static boolean isExample(Node thing) {
        return CodeLists.local(thing).startsWith(KEY);
    }
}
