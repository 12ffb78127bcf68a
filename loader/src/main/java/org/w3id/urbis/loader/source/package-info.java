/**
 * Where facts come from: source folders, what they say of themselves, and their files.
 *
 * <p>A source is a folder with a {@code source.ttl} and the files that it names. Start with
 * {@link org.w3id.urbis.loader.source.SourceCatalogue}.
 */
package org.w3id.urbis.loader.source;
