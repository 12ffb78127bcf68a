package org.w3id.urbis.loader.publication;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** How a document is written subject by subject: what is said of one does not depend on what is said of others. */
interface SubjectText {

    /** What comes before all subjects. */
    String head();

    /**
     * What is said of a subject, in UTF-8.
     *
     * @param subject all statements about it, in the order of their lines of N-Quads
     */
    byte[] of(List<Quad> subject);

    /** What stands between two subjects. */
    String between();

    /** What comes after all subjects. */
    String tail();
}
