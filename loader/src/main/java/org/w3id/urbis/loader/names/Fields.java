package org.w3id.urbis.loader.names;

/** The fields of the index. */
final class Fields {

    /** Raised whenever an index made before would be read wrongly: it is then made anew. */
    static final String VERSION = "4";

    static final String VERSION_KEY = "urbis.names";

    /** The thing's IRI. */
    static final String IRI = "iri";
    /** Each class. */
    static final String TYPE = "type";
    /** The country. */
    static final String COUNTRY = "country";
    /** Each larger place. */
    static final String WITHIN = "within";
    /** Each identifier and code. */
    static final String CODE = "code";
    /** Each name in one piece, in Latin letters and in its own. */
    static final String KEY = "key";
    /** Each name in one piece without what only says what sort of thing it is. */
    static final String CORE = "core";
    /** The consonants of each name. */
    static final String SKELETON = "skeleton";
    /** Each word of each name. */
    static final String WORD = "word";
    /** By which equal matches are ordered. */
    static final String WEIGHT = "weight";
    /** The thing's IRI once more, by which those of equal weight are ordered. */
    static final String ORDER = "order";
    /** All that is kept of the thing. */
    static final String THING = "thing";

    private Fields() {}
}
