/**
 * What the graph would gain and lose with an entry, worked out from the entry and what it touches, without writing anything.
 *
 * <p>Start with {@link org.w3id.urbis.loader.preview.Previewing}. {@link org.w3id.urbis.loader.preview.Amendment} says which
 * statements come and go, what follows from them included; {@link org.w3id.urbis.loader.preview.EntryInContext} what is wrong
 * with an entry only because of what there is already.
 */
package org.w3id.urbis.loader.preview;
