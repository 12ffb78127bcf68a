/**
 * The gate: what may enter, and where a file is wrong.
 *
 * <p>{@link org.w3id.urbis.loader.validation.LocatedParser} reads a file and remembers where each statement stands;
 * {@link org.w3id.urbis.loader.validation.Gate} judges a graph by the shapes and the vocabulary;
 * {@link org.w3id.urbis.loader.validation.Locator} brings the two together. Start with
 * {@link org.w3id.urbis.loader.validation.FileValidation}, which does all three for files.
 */
package org.w3id.urbis.loader.validation;
