/**
 * What may enter the graph: the SHACL constraints, found on the classpath under {@code urbis/shapes/}.
 *
 * <p>The shape files lie at the top of this module, named by subject like the ontology's; those that only make sense
 * over the whole graph are in {@code whole-graph/}, and {@code examples/} holds what each shape accepts and refuses.
 * {@link org.w3id.urbis.shapes.ShapeLibrary} reads them, {@link org.w3id.urbis.shapes.ShapeValidation} judges by them,
 * and {@link org.w3id.urbis.shapes.Vocabulary} knows the words that may be used.
 */
package org.w3id.urbis.shapes;
