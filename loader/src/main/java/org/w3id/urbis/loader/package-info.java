/**
 * Sources in, validated revisions out: source, record, mapping, validation, publication.
 *
 * <p>The packages are the steps in that order, each using only those before it. Nothing here knows of HTTP.
 */
package org.w3id.urbis.loader;
