/**
 * What people hand in: kept as sent, decided upon by curators, and part of the truth once accepted.
 *
 * <p>Start with {@link org.w3id.urbis.loader.submission.Submissions}. A data directory holds them like this:
 *
 * <pre>
 * submissions/log.jsonl              what happened, a line for each event, each with the hash of the one before
 * submissions/lock                   held while a line is added
 * submissions/tokens.json            who may hand in and decide; secrets only as salted hashes
 * submissions/20261121-3f9a1c7e/     one submission, never changed once it is there
 *     entry.ttl                      the file, byte for byte; its ending tells the format
 *     submission.json                the first event, as it stands in the log
 *     report.json                    what the validation found when it came
 * submissions/20261121-77b0e2d4.new/ being written, or left over from a process that was cut off
 * </pre>
 *
 * <p>The log decides. A folder is complete before its first line is written, so that a line never leads nowhere; a folder
 * without a line, from a process that died between the two, is entered when the next line is written.
 */
package org.w3id.urbis.loader.submission;
