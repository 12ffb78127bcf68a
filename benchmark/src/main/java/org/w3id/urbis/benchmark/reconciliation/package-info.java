/**
 * How well names of cities are matched: the names that one publisher prints, the places of another, and labels that rest on
 * neither's names.
 */
package org.w3id.urbis.benchmark.reconciliation;
