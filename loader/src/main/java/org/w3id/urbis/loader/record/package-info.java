/**
 * Tables as rows that know their place.
 *
 * <p>Start with {@link org.w3id.urbis.loader.record.Table}. Bad rows are faults with file and line, and the reading goes
 * on, so that an author sees all of them at once.
 */
package org.w3id.urbis.loader.record;
