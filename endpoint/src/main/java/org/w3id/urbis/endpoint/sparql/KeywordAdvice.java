package org.w3id.urbis.endpoint.sparql;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds, for letters that make no word of SPARQL, the keyword or function that was most likely meant. */
final class KeywordAdvice {
    /** One letter in three may be wrong. */
    private static final int LETTERS_FOR_EACH_FAULT = 3;

    private static final int SHORTEST_BEGINNING = 3;

    /** SPARQL 1.1 Query Language, section 19.8, and what SPARQL 1.2 adds. */
    private static final List<String> KEYWORDS = List.of(
                    "BASE PREFIX VERSION SELECT CONSTRUCT DESCRIBE ASK DISTINCT REDUCED AS FROM NAMED WHERE",
                    "ORDER BY ASC DESC LIMIT OFFSET GROUP HAVING VALUES UNDEF",
                    "GRAPH OPTIONAL UNION MINUS FILTER BIND SERVICE SILENT EXISTS NOT IN",
                    "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR",
                    "STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN",
                    "UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER",
                    "YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID",
                    "MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM",
                    "ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE TRUE FALSE",
                    "TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE LANGDIR HASLANG HASLANGDIR STRLANGDIR")
            .stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .toList();

    private KeywordAdvice() {}

    /** The keyword that is closest to a word, or that the word begins with; empty if none is close. */
    static Optional<String> nearest(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return KEYWORDS.stream()
                .filter(keyword -> PrefixAdvice.distance(upper, keyword) <= keyword.length() / LETTERS_FOR_EACH_FAULT)
                .min(Comparator.comparingInt(keyword -> PrefixAdvice.distance(upper, keyword)))
                .or(() -> KEYWORDS.stream()
                        .filter(keyword -> keyword.length() >= SHORTEST_BEGINNING && upper.startsWith(keyword))
                        .max(Comparator.comparingInt(String::length)));
    }
}
