package org.w3id.urbis.endpoint.query;

import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.sparql.SparqlGateway;
import org.w3id.urbis.endpoint.store.RevisionStore;

/**
 * What the routes of the catalogue work with.
 *
 * @param store       the revisions
 * @param identifiers which IRI is found where
 * @param pages       renders pages
 * @param gateway     asks questions
 * @param edition     changes whenever the pages may look different with the same data
 */
public record CatalogueSite(
        RevisionStore store, Identifiers identifiers, Pages pages, SparqlGateway gateway, String edition) {}
