/**
 * Entries as tables: what a secretariat fills in with a spreadsheet, as CSV or as an XLSX workbook.
 *
 * <p>Start with {@link org.w3id.urbis.loader.entry.EntryReader}, which makes statements of a table and knows for each of
 * them the cell that makes it. {@link org.w3id.urbis.loader.entry.EntryTerms} tells from the shapes and the published
 * context which columns there are.
 */
package org.w3id.urbis.loader.entry;
