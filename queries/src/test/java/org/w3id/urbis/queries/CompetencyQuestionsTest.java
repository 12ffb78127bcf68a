package org.w3id.urbis.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The competency questions of the ontology and the catalogue are one list. */
class CompetencyQuestionsTest {

    private static final Pattern ROW = Pattern.compile("\\| CQ-(\\d+) \\| (.+) \\| `(.+)` \\|");

    @Test
    void eachQuestionNamesItsQueryAndEachQueryItsQuestion() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "ontology", "questions.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                numbers.add(Integer.valueOf(row.group(1)));
                listed.put(row.group(3), row.group(2));
            }
        }
        Map<String, String> asked = new TreeMap<>();
        QueryCatalogue.shipped().queries().forEach(query -> asked.put(query.name(), query.question()));
        assertEquals(asked, listed);
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers, "numbers rise, and none is given twice");
    }
}
