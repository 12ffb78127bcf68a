package org.w3id.urbis.loader.preview;

/**
 * A question of the catalogue, asked with its defaults, whose answer would change.
 *
 * @param name    its name
 * @param summary what it asks
 * @param gained  how many rows, or statements, the answer would gain; for a question with yes or no 1 if it becomes yes
 * @param lost    how many it would lose; for a question with yes or no 1 if it becomes no
 */
public record QueryChange(String name, String summary, long gained, long lost) {}
