package org.w3id.urbis.endpoint.route;

import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.document.DocumentContext;
import org.w3id.urbis.endpoint.document.ThingFramer;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.endpoint.vocabulary.TermGuide;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * What all routes that show the graph work with.
 *
 * @param store       the revisions
 * @param identifiers which IRI is found where
 * @param context     names in JSON-LD documents
 * @param framer      makes JSON-LD documents
 * @param pages       renders pages
 * @param guide       explains terms and shapes
 * @param edition     changes whenever the pages may look different with the same data; equal on servers
 *                    whose pages look the same
 */
public record Site(
        RevisionStore store,
        Identifiers identifiers,
        DocumentContext context,
        ThingFramer framer,
        WorldMap world,
        Pages pages,
        TermGuide guide,
        String edition) {

    /** A site whose pages are as this program and its settings make them. */
    public static Site of(
            RevisionStore store, Identifiers identifiers, Pages pages, QueryCatalogue catalogue, String edition) {
        DocumentContext context = DocumentContext.shipped();
        return new Site(
                store,
                identifiers,
                context,
                new ThingFramer(context, identifiers),
                WorldMap.shipped(),
                pages,
                new TermGuide(identifiers, catalogue),
                edition);
    }

    /** What stands around a page in the reader's language that is found at an address. */
    public Frame frame(Revision revision, Languages languages, String address) {
        return Frame.of(languages, revision.number(), revision.created(), address);
    }
}
