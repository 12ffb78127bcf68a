package org.w3id.urbis.endpoint.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong, each with an IRI of its own under {@code problem/} where it is explained. */
public enum ProblemType {
    /** The query does not parse. */
    QUERY_SYNTAX(
            400,
            "The query does not parse",
            "The query is not SPARQL 1.1. The line and column, both counted from 1, say where reading stopped."),
    /** The query calls a function that is not there. */
    UNKNOWN_FUNCTION(
            400,
            "The query calls an unknown function",
            "Only the functions of SPARQL 1.1 and those of XPath are known here; functions from Java classes are"
                    + " switched off."),
    /** The query gives a function what it cannot use. */
    UNUSABLE_ARGUMENT(
            400,
            "The query gives a function what it cannot use",
            "What a function by place or name takes is told in the detail, and in the document on places and names."),
    /** The query is longer or deeper than anything that could be answered. */
    QUERY_TOO_COMPLEX(
            400,
            "The query is too complex",
            "The query holds more patterns, or patterns deeper in each other, than are read here. Ask in several"
                    + " steps."),
    /** A parameter is missing, repeated or has a value that is not allowed. */
    BAD_PARAMETER(
            400,
            "A parameter cannot be used",
            "The member \"parameter\" names the parameter, the detail says what it may be."),
    /** The request is not well-formed HTTP or not meant for this resource. */
    BAD_REQUEST(
            400, "The request cannot be understood", "The request line, the headers or the body are not as HTTP asks."),
    /** Nobody knows who asks. */
    UNAUTHENTICATED(
            401,
            "A token is needed",
            "Show a token in the header Authorization: Bearer urbis_…. The operator of this server hands tokens out,"
                    + " for handing in and for curators. In a browser, the page /validate asks for it where an entry is"
                    + " handed in."),
    /** It is known who asks, and that it is not for them. */
    FORBIDDEN(403, "This is for others to do", "The token is good, but its role does not go so far."),
    /** An update was sent. */
    READ_ONLY(
            403,
            "The graph is read-only here",
            "SPARQL updates are not accepted by this endpoint. Data enters the graph by its sources, which are"
                    + " validated first."),
    /** This server takes nothing in. */
    REPLICA(
            403,
            "This server is a replica",
            "It answers from the revisions that the publisher makes, and takes nothing in itself. The member"
                    + " \"publisher\" names the server that does."),
    /** A query wants to call another endpoint. */
    FEDERATION_OFF(
            403,
            "This endpoint may not be asked from here",
            "SERVICE may ask the endpoints that the operator of this server has turned on, by their names, and no"
                    + " others. The path /federation lists them, and those that could be turned on."),
    /** Nothing is known by that name. */
    NOT_FOUND(
            404,
            "Nothing is known by this name",
            "The graph says nothing about it and nothing in the graph refers to it."),
    /** A part of Urbis that a server does not have that answers from a store of others. */
    NOT_OFFERED(
            404,
            "This is not offered here",
            "This server answers from a store that others fill. Files to take away, the feed of changes, patches and"
                    + " submissions are with those who publish the graph."),
    /** There never was such a revision. */
    UNKNOWN_REVISION(
            404,
            "There is no such revision",
            "Revisions are named by their number or by the hash of their content. The member \"available\" lists those"
                    + " that can be asked for; the path /revisions says more about each."),
    /** The state of a submission does not allow it. */
    CONFLICT(
            409,
            "This cannot be done in the present state",
            "The detail says which state that is. Get the resource again to see what has happened."),
    /** The revision has been removed. */
    REVISION_GONE(
            410,
            "This revision is no longer kept",
            "The server keeps a number of revisions and removes the oldest. The member \"available\" lists those that"
                    + " can still be asked for."),
    /** What the name stood for was withdrawn. */
    GONE(
            410,
            "This was withdrawn",
            "The name is not given to anything else. The member \"replacedBy\" lists what to look at instead, if there"
                    + " is anything; \"reason\" says why it was withdrawn."),
    /** The method is not allowed. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The header Allow lists the methods that are."),
    /** No representation suits the client. */
    NOT_ACCEPTABLE(
            406,
            "No acceptable form",
            "The member \"available\" lists the media types there are; ask for one of them in the header Accept."),
    /** A condition of the client's does not hold. */
    PRECONDITION_FAILED(
            412,
            "The condition does not hold",
            "The request was to be answered only if the resource is as the headers If-Match or If-Unmodified-Since"
                    + " say, and it is not. Ask again without the condition to see how it is now."),
    /** The body is too large. */
    TOO_LARGE(413, "The request is too large", "The body is longer than this server accepts."),
    /** The address is too long. */
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "The request line is longer than this server accepts. Send a long query in the body, by POST or QUERY."),
    /** The body is of a type that is not read. */
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The type of the body is not read here",
            "A query is posted as application/sparql-query, or in a form as application/x-www-form-urlencoded; a file"
                    + " as what it is, or in a form as multipart/form-data. The detail says what is read at this"
                    + " address."),
    /** The file has violations. */
    NOT_VALID(
            422,
            "The data may not enter",
            "The shapes find violations. The member \"report\" tells each with its place, and how to mend it where that"
                    + " can be said. Nothing was kept or changed."),
    /** A condition is missing. */
    PRECONDITION_REQUIRED(
            428,
            "Say what you have seen",
            "A decision is made about what one has seen: send the ETag of the submission as If-Match."),
    /** Too many wrong tokens. */
    TOO_MANY_ATTEMPTS(
            429,
            "Too many wrong tokens",
            "From your address came too many tokens that are none. Try again after the time in Retry-After."),
    /** More requests than one client may send. */
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "One client may send so many requests in a minute, as the header RateLimit-Policy says. Try again after"
                    + " the time in Retry-After. Ask for what has changed with If-None-Match, and for much at once by a"
                    + " query or a dump."),
    /** Nothing can be judged by the shapes that were sent. */
    BAD_SHAPES(
            422,
            "The shapes cannot be used",
            "The shapes that were sent are not well written, or SHACL does not allow what they say. The members file,"
                    + " line and column say where the first fault is, and \"faults\" lists all of them."),
    /** The range asked for is not in the file. */
    RANGE_NOT_SATISFIABLE(
            416,
            "There is nothing in this range",
            "The range begins behind the end of the file, whose length the header Content-Range states."),
    /** The expectation cannot be met. */
    EXPECTATION_FAILED(417, "The expectation cannot be met", "In the header Expect only 100-continue is understood."),
    /** The headers are too large. */
    HEADERS_TOO_LARGE(
            431, "The headers are too large", "All headers of a request together may take 16 KiB; these take more."),
    /** Our fault. */
    INTERNAL(
            500,
            "Something failed on our side",
            "The fault is ours and has been logged. The same request may work later. The member \"reference\" helps"
                    + " the operator to find it in the log."),
    /** A part of HTTP that is not there. */
    NOT_IMPLEMENTED(
            501,
            "The request is sent in a way that is not read here",
            "The request needs a part of HTTP that this server does not have, such as another transfer coding than"
                    + " chunked."),
    /** An old or a future version of HTTP. */
    VERSION_NOT_SUPPORTED(
            505,
            "This version of HTTP is not spoken here",
            "The server speaks HTTP/1.1. A proxy in front of it may" + " speak others."),
    /** An endpoint of others that a query asks gave no answer that can be used. */
    REMOTE_FAILED(
            502,
            "Another endpoint gave no answer",
            "The query asks the endpoint that the member \"endpoint\" names, and that one failed. Nothing was"
                + " answered, because half an answer could be taken for a whole one. Try again later; /federation says"
                + " how the endpoints fare."),
    /** The store that this server answers from gave an answer that cannot be used. */
    STORE_FAILED(
            502,
            "The store gave no usable answer",
            "This server answers from a store of triples behind it, and that store refused or answered with what it"
                    + " should not. Nothing was answered, because half an answer could be taken for a whole one."),
    /** The store that this server answers from took too long. */
    STORE_SLOW(
            504,
            "The store took too long",
            "This server answers from a store of triples behind it, and that store did not answer in the time that a"
                    + " query may take. Ask for less at once, or try again later."),
    /** The store that this server answers from is not there. */
    STORE_AWAY(
            503,
            "The store is not there at the moment",
            "This server answers from a store of triples behind it, which cannot be reached, is too busy, or is just"
                    + " being given another revision. Try again after the time in Retry-After."),
    /** The query ran too long. */
    QUERY_TIMEOUT(
            503,
            "The query took too long",
            "The query was stopped. Ask for less at once: more selective patterns, fewer paths, a LIMIT."),
    /** The query needs too much memory. */
    QUERY_TOO_LARGE(
            503,
            "The query needs too much memory",
            "The query was stopped. Sorting, grouping and joining hold much at once: ask for less, or add a LIMIT."),
    /** Somebody else is publishing. */
    PUBLISHING(
            503,
            "Something else is being published",
            "One revision is made at a time. Nothing was decided; try again after the time in Retry-After."),
    /** The disk is full. */
    STORAGE(
            507,
            "The disk refuses",
            "What was sent could not be brought to the disk, so that nothing was kept or changed. The operator has to"
                    + " make room."),
    /** A check ran too long. */
    VALIDATION_TIMEOUT(
            503,
            "The check took too long",
            "The check was stopped. Send less at once, or check on your own machine with ./urbis validate, where"
                    + " nothing is limited."),
    /** Too many queries at once. */
    BUSY(
            503,
            "Too many queries at the moment",
            "As many queries are being answered as this server allows. Try again after the time in Retry-After.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The last part of its IRI, such as {@code query-syntax}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** A short sentence that is the same for every case. */
    public String title() {
        return title;
    }

    /** What it means and what to do. */
    public String explanation() {
        return explanation;
    }

    /** The type with that slug; empty if there is none. */
    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
