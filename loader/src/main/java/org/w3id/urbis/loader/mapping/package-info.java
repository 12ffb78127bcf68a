/**
 * From files to statements: RDF as it is, tables through a SPARQL CONSTRUCT that their author writes.
 *
 * <p>Start with {@link org.w3id.urbis.loader.mapping.GraphReader}. Every file ends up as quads of one graph, with names
 * for its blank nodes and one spelling for each value. {@link org.w3id.urbis.loader.mapping.MappingFunctions} lists what
 * a mapping may call.
 */
package org.w3id.urbis.loader.mapping;
