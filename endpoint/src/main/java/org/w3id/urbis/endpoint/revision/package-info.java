/**
 * What earlier states of the graph there are: the list of revisions, each revision described, and the TimeMaps of
 * Memento. Start at {@link org.w3id.urbis.endpoint.revision.RevisionRoutes}.
 */
package org.w3id.urbis.endpoint.revision;
