package org.w3id.urbis.loader.source;

/** What becomes of the cities that a graph of a source describes. */
public enum Linkage {
    /** They are what the source says they are. */
    NONE,
    /** Those of other sources are found among them: read before these, and after the sources that ship. */
    REGISTER,
    /** Its mapping names organisations that registers hold: read after these, in the order of the names of the sources. */
    REFERRING,
    /** It tells what codes may be; wrong matches are set aside, once everything before is known. */
    CANDIDATES,
    /** They are looked for among those known already. */
    MATCHED
}
