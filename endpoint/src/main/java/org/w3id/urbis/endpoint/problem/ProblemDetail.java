package org.w3id.urbis.endpoint.problem;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong in a single case, in words that there are in all six languages: English here, the others beside those of
 * the types. {@code {0}} and so on stand for what differs from case to case.
 */
public enum ProblemDetail {
    /** What is already in the language of the reader. */
    AS_SAID("{0}"),
    NOTHING_HERE("There is nothing at this address."),
    UNKNOWN_THING("Nothing is known of <{0}>."),
    WITHDRAWN("<{0}> was withdrawn."),
    METHOD("The method {0} is not allowed here, only {1}."),
    FORMAT("This answer cannot be had as \"{0}\", only as: {1}."),
    NO_FORM("None of the media types asked for is available."),
    NO_FORM_OF_THIS("There is no {0} of this: nothing that belongs to it has a position."),
    LANGUAGE("The language is one of {0}."),
    TWICE("The parameter \"{0}\" is given more than once."),
    ENCODING("A parameter is not properly percent-encoded."),
    NOT_UTF8("The text is not UTF-8."),
    REVISION_NAME("A revision is named by its number or by the 64 digits of its hash."),
    NO_REVISION("There is no revision {0} here."),
    REVISION_REMOVED("Revision {0} has been removed."),
    CONDITION("The resource is not, or no longer, the one that the condition names."),
    FAILED("The request could not be answered."),
    COLLECTION("There is no collection \"{0}\". All collections are listed at /api."),
    COLLECTION_MEANT("There is no collection \"{0}\". Did you mean {1}? All collections are listed at /api."),
    NOT_IN_COLLECTION("Nothing in the collection \"{0}\" goes by \"{1}\"."),
    PARAMETER("There is no parameter \"{0}\" here. The collection \"{1}\" takes those listed in \"available\"."),
    PARAMETER_MEANT("There is no parameter \"{0}\" here. Did you mean {2}? The collection \"{1}\" takes those listed in"
            + " \"available\"."),
    PAGE_SIZE("A page holds from 1 to {0} things, not \"{1}\"."),
    CURSOR("This is no cursor of this server. Leave it out to begin at the beginning, or follow the link \"next\" as"
            + " it is."),
    QUESTION("There is no question \"{0}\" in the catalogue. All are listed at /queries."),
    IRI("\"{0}\" is not an absolute IRI."),
    IRI_MISSING("The parameter \"iri\" names the resource, for example /resource?iri=http://metadata.un.org/sdg/11."),
    PAGE_NUMBER("A page is a whole number from 1."),
    FEATURES("There is no collection \"{0}\" of features, only: {1}."),
    FEATURE("The collection \"{0}\" has no feature \"{1}\"."),
    PROBLEM("There is no type of problem called \"{0}\"."),
    STORE_AWAY("The store that this server answers from cannot be reached."),
    STORE_BUSY("The store that this server answers from is too busy."),
    STORE_CHANGED("The store that this server answers from has been given another revision. Ask again."),
    STORE_SLOW("The store that this server answers from did not answer in time."),
    STORE_PUZZLED("The store that this server answers from does not understand what was asked. It may lack a part of"
            + " SPARQL that the query uses."),
    STORE_FORBIDDEN("The store that this server answers from does not accept who this server says it is. Its operator"
            + " can correct that (store-credentials)."),
    STORE_UNTRUSTED("No secure connection to the store that this server answers from came about: it shows a certificate"
            + " that is not trusted here, is not valid now or was issued for another name, or none. The operator can"
            + " name the certificates to trust (store-trust)."),
    STORE_UNUSABLE("What the store that this server answers from said cannot be used ({0})."),
    NOT_OFFERED("There is nothing at {0}, because this server answers from a store that others fill."),
    ONTOLOGY_VERSION("The ontology has no version \"{0}\" in this revision.");

    private final String english;

    ProblemDetail(String english) {
        this.english = english;
    }

    /** The key of its words in the files of the other languages. */
    String key() {
        return "detail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words in English. */
    String english() {
        return english;
    }

    /**
     * The words with values in their places.
     *
     * @param words  in any language
     * @param values in the order of their numbers
     */
    static String filled(String words, List<String> values) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            // What a value holds is not looked at again: it may hold braces itself.
            boolean place = words.charAt(i) == '{' && i + 2 < words.length() && words.charAt(i + 2) == '}';
            int number = place ? words.charAt(i + 1) - '0' : -1;
            if (number >= 0 && number < values.size()) {
                filled.append(values.get(number));
                i += 2;
            } else {
                filled.append(words.charAt(i));
            }
        }
        return filled.toString();
    }
}
