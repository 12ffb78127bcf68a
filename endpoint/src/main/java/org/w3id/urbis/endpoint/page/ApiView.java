package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What the server offers, for people.
 *
 * @param groups operations by what they are about
 */
public record ApiView(List<GroupView> groups) {

    /**
     * Operations about one subject.
     *
     * @param name       the subject
     * @param anchor     its anchor in the page
     * @param about      what belongs to it
     * @param operations the operations
     */
    public record GroupView(String name, String anchor, Prose about, List<OperationView> operations) {}

    /**
     * One operation.
     *
     * @param anchor  its anchor in the page
     * @param method  the method in capitals
     * @param path    the path with names in braces
     * @param summary a few words
     * @param about   more words
     * @param example an address that shows it at work; empty if a link cannot
     * @param inputs  what can be given
     * @param sent    forms of the body of the request; empty if there is none
     * @param answers what comes back
     */
    public record OperationView(
            String anchor,
            String method,
            String path,
            String summary,
            Prose about,
            String example,
            List<InputView> inputs,
            String sent,
            List<AnswerView> answers) {}

    /**
     * A parameter.
     *
     * @param name    its name
     * @param place   where it stands, and whether it must be given
     * @param type    what it may be
     * @param about   what it means
     * @param example one value; empty if there is none
     */
    public record InputView(String name, String place, String type, Prose about, String example) {}

    /**
     * An answer.
     *
     * @param status the status code
     * @param about  when it comes
     * @param forms  media types of the body
     */
    public record AnswerView(int status, Prose about, List<String> forms) {}

    /**
     * Words with code among them.
     *
     * @param parts words and code by turns, words first
     */
    public record Prose(List<String> parts) {
        /** Reads text in which code stands in backticks. */
        public static Prose of(String text) {
            return new Prose(List.of(text.split("`")));
        }
    }
}
