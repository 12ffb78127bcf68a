/**
 * What somebody needs to write an entry elsewhere: empty tables to fill in, and JSON Schemas. All of it is made from the
 * shapes when it is asked for first.
 */
package org.w3id.urbis.endpoint.template;
