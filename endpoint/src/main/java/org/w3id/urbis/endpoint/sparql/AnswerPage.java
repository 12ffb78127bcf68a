package org.w3id.urbis.endpoint.sparql;

import org.w3id.urbis.endpoint.page.QueryView;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Shows the first part of an answer to people. */
public interface AnswerPage {

    /** The language of the page. */
    String language();

    /** All that the page depends on besides query and revision, the language included. */
    String variant();

    /** Whether a script of ours makes the page quicker to use. */
    default boolean isScripted() {
        return false;
    }

    /**
     * Renders the page.
     *
     * @param revision the revision that the answer is from
     * @param answer   the query, and its answer as far as a page holds it
     * @return the page as UTF-8
     */
    byte[] of(RevisionLease revision, QueryView answer);
}
