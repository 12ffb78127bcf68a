/**
 * More than one machine: the publisher writes each revision into a log, and replicas take them from there.
 *
 * <p>The log is a topic of Kafka with one partition. An entry of it is what one change set of the publisher did: the patch from
 * the revision that was current before to the one that is now, cut into pieces, written in one transaction. Start with
 * {@link org.w3id.urbis.endpoint.replica.Replication}; nothing of Kafka is loaded unless there is a log.
 */
package org.w3id.urbis.endpoint.replica;
