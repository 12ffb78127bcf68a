/** Shows replicas at work: how much they answer together, and that what they answer is right while one is killed. */
package org.w3id.urbis.benchmark.replica;
