package org.w3id.urbis.loader;

import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * What data is judged by. Reading it takes some tenths of a second and it fills some tens of megabytes: a server makes it
 * once and shares it.
 *
 * @param shapes     the shapes, those for the whole graph included
 * @param vocabulary the words there are
 */
public record Standard(ShapeLibrary shapes, Vocabulary vocabulary) {

    /**
     * Reads what ships with the program.
     *
     * @return the standard
     */
    public static Standard shipped() {
        return new Standard(ShapeLibrary.forWholeGraph(), Vocabulary.shipped());
    }
}
