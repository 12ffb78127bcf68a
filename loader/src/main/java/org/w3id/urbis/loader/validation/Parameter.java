package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What fills a blank of a phrase: values of the data and of the engine, which no language changes, and words. */
public sealed interface Parameter permits Parameter.Text, Parameter.Term, Parameter.Choice, Wording.Phrase {

    /**
     * A value as it stands in a file, or a number.
     *
     * @param text the value
     */
    record Text(String text) implements Parameter {

        /** Refuses parts that are missing. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A term, a code or another thing that has a name in several languages.
     *
     * @param name   how an author writes it, such as {@code urbis:website}
     * @param labels language tag to label; empty if it has none
     */
    record Term(String name, Map<String, String> labels) implements Parameter {

        /** Copies what it is given. */
        public Term {
            Objects.requireNonNull(name, "name");
            labels = Map.copyOf(labels);
        }
    }

    /**
     * Several of which one fits.
     *
     * @param options two or more, or one alone
     */
    record Choice(List<Parameter> options) implements Parameter {

        /** Copies what it is given. */
        public Choice {
            options = List.copyOf(options);
        }
    }
}
