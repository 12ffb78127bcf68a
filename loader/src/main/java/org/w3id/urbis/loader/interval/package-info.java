/**
 * What conditions on numbers leave of the values of their variables, whatever formula they are written in.
 *
 * <p>Each part of a formula gets a set of values that it can have at all: first upwards, from those of its parts, then
 * downwards, from what the whole has to be. That is repeated until little changes. Nothing is lost: a value outside of
 * what is left cannot meet the conditions; one within it may.
 *
 * <p>Start at {@link org.w3id.urbis.loader.interval.Narrowing}.
 *
 * <p>The way up and down is that of Benhamou, Goualard, Granvilliers and Puget, Revising Hull and Box Consistency, 1999.
 */
package org.w3id.urbis.loader.interval;
