/**
 * {@code /submissions}: handing in, following, deciding.
 *
 * <p>Start with {@link org.w3id.urbis.endpoint.submission.SubmissionRoutes}. What happens to a submission is decided in
 * the loader; here stand who asks, by {@link org.w3id.urbis.endpoint.submission.Access}, and how it looks from outside.
 */
package org.w3id.urbis.endpoint.submission;
