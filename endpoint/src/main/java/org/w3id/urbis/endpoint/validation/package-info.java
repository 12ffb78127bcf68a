/**
 * {@code /validate}: says of a file that is sent where it is wrong and how to mend it, as {@code ./urbis validate} does.
 *
 * <p>Start with {@link org.w3id.urbis.endpoint.validation.ValidationRoutes}. What is wrong is found in the loader; here
 * stand what may be sent, how much at once, and in which form the answer comes.
 */
package org.w3id.urbis.endpoint.validation;
