/**
 * The index of names: what everything in a revision is called, in whatever language and script, for those who search,
 * reconcile or look for duplicates.
 *
 * <p>Start with {@link org.w3id.urbis.loader.names.NameIndex}, which answers a
 * {@link org.w3id.urbis.loader.names.NameQuery} with {@link org.w3id.urbis.loader.names.NameMatch matches}. The index lies
 * beside the store of a revision, is made from its statements alone, and can be deleted and made again at any time.
 * {@link org.w3id.urbis.loader.names.FoldedText} says which spellings count as one.
 */
package org.w3id.urbis.loader.names;
