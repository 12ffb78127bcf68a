/**
 * The revisions that the loader publishes, opened for reading and changed over while requests go on.
 *
 * <p>{@link org.w3id.urbis.endpoint.store.RevisionStore} is where to start reading.
 */
package org.w3id.urbis.endpoint.store;
