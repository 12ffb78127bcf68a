package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Kinds of damage that authors do to a line of a Turtle file. */
enum Damage {
    CHARACTER_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\S"), random, m -> "");
        }
    },
    CHARACTER_DOUBLED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\S"), random, m -> m.group() + m.group());
        }
    },
    LETTERS_SWAPPED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("([a-z])(?!\\1)([a-z])"), random, m -> m.group(2) + m.group(1));
        }
    },
    QUOTE_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\""), random, m -> "");
        }
    },
    WRONG_CODE {
        @Override
        Optional<String> of(String line, Random random) {
            return at(
                    line,
                    Pattern.compile("\\b((?:theme|unit|comparator|measure|role|status|direction|area):)([\\w-]+)"),
                    random,
                    m -> m.group(1) + m.group(2) + "-x");
        }
    },
    PREFIX_MISTYPED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\b([a-z-]+[a-z])(?=:[a-z])"), random, m -> m.group() + "s");
        }
    },
    PROPERTY_MISTYPED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(
                    line,
                    Pattern.compile("\\burbis:([a-z]\\w+)"),
                    random,
                    m -> "urbis:" + m.group(1).substring(0, m.group(1).length() - 1));
        }
    },
    BAD_DATE {
        @Override
        Optional<String> of(String line, Random random) {
            return at(
                    line,
                    Pattern.compile("\"(\\d{4})[\\d-]*\"(?=\\^\\^)"),
                    random,
                    m -> "\"about " + m.group(1) + "\"");
        }
    },
    DATATYPE_CHANGED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\^\\^xsd:\\w+"), random, m -> "^^xsd:integer");
        }
    },
    DATATYPE_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\^\\^xsd:\\w+"), random, m -> "");
        }
    },
    LANGUAGE_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("@en\\b"), random, m -> "");
        }
    },
    NUMBER_QUOTED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<= )\\d+(?:\\.\\d+)?(?= ;)"), random, m -> "\"" + m.group() + "\"");
        }
    },
    IRI_AS_TEXT {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\\b[a-z-]+:[a-z][\\w-]+(?= [;.])"), random, m -> "\"" + m.group() + "\"");
        }
    },
    BRACKET_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("[\\[\\]]"), random, m -> "");
        }
    },
    END_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile(" [;.,]$"), random, m -> "");
        }
    },
    END_CHANGED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("[;.]$"), random, m -> m.group().equals(";") ? "." : ";");
        }
    },
    COLON_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<=[a-z]):(?=[a-zA-Z ])"), random, m -> "");
        }
    },
    DECLARATION_DAMAGED {
        @Override
        Optional<String> of(String line, Random random) {
            return line.startsWith("@prefix")
                    ? at(line, Pattern.compile("@|prefix|: |<|>| \\.$|[a-z](?=>)|(?<=/)\\w+(?=[#/])"), random, m -> "")
                    : Optional.empty();
        }
    },
    CAPITAL {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<=\\b(?:urbis|skos|theme|unit|role):)[a-z]"), random, m -> m.group()
                    .toUpperCase(Locale.ROOT));
        }
    },
    TYPOGRAPHIC_QUOTES {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("\"([^\"]*)\""), random, m -> "\u201C" + m.group(1) + "\u201D");
        }
    },
    NO_BREAK_SPACE {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<=[:a-zA-Z]) (?=[\"<a-z])"), random, m -> "\u00A0");
        }
    },
    WORD_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<= )[a-zA-Z-]+:[\\w-]+ "), random, m -> "");
        }
    },
    REST_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(?<=\\w)\\b.*$"), random, m -> "");
        }
    },
    BRACKET_DOUBLED {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("[\\[\\]]"), random, m -> m.group() + " " + m.group());
        }
    },
    LATITUDE_LIKE_LONGITUDE {
        @Override
        Optional<String> of(String line, Random random) {
            return at(line, Pattern.compile("(urbis:latitude )-?[\\d.]+"), random, m -> m.group(1) + "139.69");
        }
    },
    LINE_LOST {
        @Override
        Optional<String> of(String line, Random random) {
            return line.isBlank() ? Optional.empty() : Optional.of("");
        }
    };

    /** Damages a line; empty if it has nothing that this damages. */
    abstract Optional<String> of(String line, Random random);

    private static Optional<String> at(String line, Pattern what, Random random, Function<MatchResult, String> by) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        List<MatchResult> places = new ArrayList<>(what.matcher(line).results().toList());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        String damaged = line.substring(0, place.start()) + by.apply(place) + line.substring(place.end());
        return damaged.equals(line) ? Optional.empty() : Optional.of(damaged);
    }
}
