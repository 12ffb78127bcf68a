package org.w3id.urbis.endpoint.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that stands in the program in English as the detail of a problem is in {@code urbis/problems/en.properties},
 * and so is there in the other languages. Whoever writes a new one adds it there, or makes it a {@link ProblemDetail}.
 */
class SaidInEnglishTest {
    /** What makes problems, and which of its arguments is the detail. */
    private static final Pattern MADE = Pattern.compile(
            "(Problem\\.of|Problem\\.parameter|NotPermittedException|ConflictException|BeyondBoundsException|UnreadableWordsException|UnusableArgumentException|notValid"
                + "|\\bbad|malformed|QueryDeniedException)\\(");

    private static final Set<String> SECOND = Set.of("Problem.of", "Problem.parameter");

    private static final List<String> OFTEN_BLANK = List.of("FilterReading.meant", "place");

    private static List<Path> sources() {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main/java", "../loader/src/main/java")) {
            try (Stream<Path> walked = Files.walk(Path.of(folder))) {
                walked.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Arguments of a call, from behind its opening bracket. */
    private static List<String> arguments(String code, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                i = endOfText(code, i);
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == '}')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(code.substring(begin, i).strip());
                begin = i + 1;
                if (c == ')') {
                    return arguments;
                }
            }
        }
        return arguments;
    }

    private static int endOfText(String code, int quote) {
        int i = quote + 1;
        while (code.charAt(i) != '"') {
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    /** What an expression of texts and values may say: 7 stands for each value, blank ones are left out. */
    private static String sample(String expression) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '"') {
                int end = endOfText(expression, i);
                said.append(expression.substring(i + 1, end).translateEscapes());
                i = end;
            } else if (!Character.isWhitespace(c) && c != '+') {
                int end = endOfValue(expression, i);
                said.append(OFTEN_BLANK.stream().anyMatch(expression.substring(i)::startsWith) ? "" : "7");
                i = end - 1;
            }
        }
        return said.toString().replaceAll("%,?[ds]", "7").replaceAll("U\\+%04X", "7");
    }

    private static int endOfValue(String expression, int from) {
        int depth = 0;
        int i = from;
        for (; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '"') {
                i = endOfText(expression, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && c == '+') {
                return i;
            }
        }
        return i;
    }

    @Test
    void itIsThereInOtherLanguagesToo() {
        Set<String> unheard = new TreeSet<>();
        int heard = 0;
        for (Path file : sources()) {
            String code = read(file);
            Matcher calls = MADE.matcher(code);
            while (calls.find()) {
                List<String> arguments = arguments(code, calls.end());
                int place = SECOND.contains(calls.group(1)) ? 1 : 0;
                String detail = place < arguments.size() ? arguments.get(place) : "";
                // A value first or a choice between sentences is left to tests of what is answered.
                if (!detail.startsWith("\"") || detail.contains(" ? ")) {
                    continue;
                }
                String sample = sample(detail.replaceFirst("(?s)\\s*\\.formatted\\(.*$", ""));
                if (ProblemWords.of("fr").tells(Problem.of(ProblemType.INTERNAL, sample))) {
                    heard++;
                } else {
                    unheard.add(file.getFileName() + ": " + sample);
                }
            }
        }
        assertEquals("", String.join("\n", unheard));
        assertTrue(heard > 90, heard + " were looked at");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
