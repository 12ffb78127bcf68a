package org.w3id.urbis.endpoint.page;

import java.util.List;

/** What the pages of the documentation show. */
public final class DocumentationView {
    private DocumentationView() {}

    /**
     * What the documentation has.
     *
     * @param parts its parts
     */
    public record Contents(List<Part> parts) {}

    /**
     * A part.
     *
     * @param link  its name
     * @param about what a reader finds there
     */
    public record Part(Link link, Text about) {}

    /**
     * The sources of the graph.
     *
     * @param quality what was measured of the whole
     * @param sources the sources, those with most statements first
     */
    public record Sources(List<StatisticsView.Count> quality, List<Source> sources) {}

    /**
     * A source.
     *
     * @param name       its title
     * @param about      what it is
     * @param publisher  who publishes it
     * @param licence    under which licence
     * @param documents  the documents it stands in
     * @param statements how many statements were drawn from it
     * @param graphs     from how many sections or tables
     * @param dates      when it was published and taken over, as far as that is known
     * @param quality    what was measured of it
     * @param findings   what the checks found in it, by how grave it is
     */
    public record Source(
            Link name,
            List<Text> about,
            List<Link> publisher,
            List<Link> licence,
            List<Link> documents,
            String statements,
            String graphs,
            List<Dated> dates,
            List<StatisticsView.Count> quality,
            List<StatisticsView.Count> findings) {}

    /**
     * When something happened.
     *
     * @param what happened
     * @param date when
     */
    public record Dated(Text what, Text date) {}

    /**
     * First steps.
     *
     * @param steps one after the other
     */
    public record Tutorial(List<Step> steps) {}

    /**
     * A step.
     *
     * @param anchor of the step
     * @param title  what is learnt
     * @param prose  paragraphs
     * @param query  to be tried
     * @param answer what it gives now
     */
    public record Step(String anchor, String title, List<ApiView.Prose> prose, String query, AnswerView answer) {}

    /**
     * Answers to the questions of a subject.
     *
     * @param subject   its name, empty on the page that lists the subjects
     * @param subjects  all of them, with how many questions each has
     * @param questions those of the subject
     */
    public record Answers(String subject, List<Subject> subjects, List<Answered> questions) {}

    /**
     * A subject.
     *
     * @param link    its name and page
     * @param number  of questions
     * @param current whether it is the one shown
     */
    public record Subject(Link link, String number, boolean current) {}

    /**
     * A question with its answer.
     *
     * @param anchor   of the question
     * @param question in words
     * @param answer   what it gives now, for the values that its form begins with
     */
    public record Answered(String anchor, Text question, AnswerView answer) {}

    /**
     * Recipes.
     *
     * @param recipes one for each program
     */
    public record Recipes(List<Recipe> recipes) {}

    /**
     * A recipe.
     *
     * @param anchor of the recipe
     * @param title  the program
     * @param prose  what to do
     * @param code   what to write; empty if all is done by hand
     */
    public record Recipe(String anchor, String title, List<ApiView.Prose> prose, String code) {}
}
