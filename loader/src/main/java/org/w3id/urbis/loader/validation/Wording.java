package org.w3id.urbis.loader.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;

/**
 * What is said of a fault, in no language yet: {@link Messages} puts it into one.
 *
 * <p>Our own checks speak in phrases, which are translated; shapes bring their messages in the languages of their
 * author.
 */
public sealed interface Wording permits Wording.Phrase, Wording.Authored {

    /**
     * Makes a phrase.
     *
     * @param key        the key of the phrase in the message files
     * @param parameters names of blanks, each followed by what fills it: a {@link Parameter}, or text or a number
     * @return the phrase
     */
    static Phrase of(String key, Object... parameters) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            Object value = parameters[i + 1];
            named.put(
                    (String) parameters[i],
                    value instanceof Parameter parameter ? parameter : new Parameter.Text(String.valueOf(value)));
        }
        return new Phrase(key, named);
    }

    /**
     * A phrase of ours.
     *
     * @param key        its key in the message files
     * @param parameters name of a blank to what fills it, in the order in which they were given
     */
    record Phrase(String key, Map<String, Parameter> parameters) implements Wording, Parameter {

        /** Copies what it is given. */
        public Phrase {
            Objects.requireNonNull(key, "key");
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * What the author of a shape says.
     *
     * @param texts the values of {@code sh:message}, each a text with or without a language, with their blanks filled;
     *              never empty
     */
    record Authored(List<Node> texts) implements Wording {

        /** Copies what it is given. */
        public Authored {
            texts = List.copyOf(texts);
        }
    }
}
