/**
 * What a validation found, written for its reader: for people, for programs, for build servers.
 *
 * <p>{@link org.w3id.urbis.loader.report.ReportFormat} lists the forms; each is written by a class of its own, from the
 * same findings.
 */
package org.w3id.urbis.loader.report;
