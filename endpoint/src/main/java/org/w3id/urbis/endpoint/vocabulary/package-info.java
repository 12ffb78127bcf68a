/**
 * What helps to understand the terms of the ontology and the shapes: drawings, examples, who uses them, what they demand in
 * plain words; made from the graph itself. {@link org.w3id.urbis.endpoint.vocabulary.TermGuide} is where to start reading.
 */
package org.w3id.urbis.endpoint.vocabulary;
