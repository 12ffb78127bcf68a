/** Places, names and counts in queries, beside a stock Fuseki with the indexes of jena-text and jena-geosparql. */
package org.w3id.urbis.benchmark.reach;
