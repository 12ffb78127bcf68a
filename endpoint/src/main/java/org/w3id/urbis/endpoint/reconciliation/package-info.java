/**
 * {@code /reconcile}: names of a spreadsheet matched with things of the graph, by the Reconciliation Service API 0.2 and its
 * draft 1.0.
 *
 * <p>{@link org.w3id.urbis.endpoint.reconciliation.ReconciliationRoutes} reads both forms of a batch into the same
 * {@link org.w3id.urbis.endpoint.reconciliation.MatchQuery queries}; {@link
 * org.w3id.urbis.endpoint.reconciliation.CandidateSearch} answers them, {@link
 * org.w3id.urbis.endpoint.reconciliation.Evidence} weighs what else the client knows, and {@link
 * org.w3id.urbis.endpoint.reconciliation.MatchDecision} says whether the best candidate may be taken without a look.
 *
 * @see <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Version 0.2</a>
 * @see <a href="https://reconciliation-api.github.io/specs/1.0-draft/">Version 1.0, draft</a>
 */
package org.w3id.urbis.endpoint.reconciliation;
