/**
 * The words of Urbis for Java: the terms' IRIs, and the files that declare them.
 *
 * <p>The Turtle files lie at the top of this module and are found on the classpath under {@code urbis/ontology/}.
 * {@link org.w3id.urbis.ontology.ResourceFolder} lists and opens them, and those of every other module.
 */
package org.w3id.urbis.ontology;
