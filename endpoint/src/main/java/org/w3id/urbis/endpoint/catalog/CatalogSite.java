package org.w3id.urbis.endpoint.catalog;

import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.Revision;

/**
 * What the routes of the catalogue and of the dumps work with.
 *
 * @param store       the revisions
 * @param identifiers which IRI is found where
 * @param pages       renders pages
 * @param edition     changes whenever the pages may look different with the same data
 */
public record CatalogSite(RevisionStore store, Identifiers identifiers, Pages pages, String edition) {

    /** What stands around a page in the reader's language that is found at an address. */
    Frame frame(Revision revision, Languages languages, String address) {
        return Frame.of(languages, revision.number(), revision.created(), address);
    }
}
