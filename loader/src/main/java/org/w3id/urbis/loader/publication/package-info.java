/**
 * Revisions: the published states of the graph, each whole or absent.
 *
 * <p>Start with {@link org.w3id.urbis.loader.publication.Publication}, which makes one, and
 * {@link org.w3id.urbis.loader.publication.Revisions}, which finds them. A data directory looks like this:
 *
 * <pre>
 * current                     the number of the revision that counts, replaced by one atomic rename
 * publisher.lock              held by whoever publishes or goes back
 * revisions/7/revision.json   number, hash, created, quads, graphs, and the sources it was made of
 * revisions/7/tdb2/           the store
 * revisions/7/names/          the index of names, which can be deleted and is then made again
 * revisions/7/data.nq.gz      the same as sorted N-Quads, and its checksum beside it
 * revisions/7/dumps/          the same in other formats, which can be deleted and is then made again
 * revisions/7/patch.rdfp.gz   what it changes of its parent, by RDF Patch
 * revisions/7/log.json        how far the log had been read it was taken from, in a replica
 * revisions/7/published       written after the pointer: a directory without it was never current
 * revisions/8.new/            being written, or left over from a publication that was cut off
 * changes/12/                 what became of things when a revision became current; never removed
 * </pre>
 */
package org.w3id.urbis.loader.publication;
