/**
 * Pages for people: what each shows as a record, and the compiled templates that show it. Templates escape all they are
 * given; nothing here puts markup together from text.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.page.Pages}.
 */
package org.w3id.urbis.endpoint.page;
