package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.MappedFile.REAL;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;

/**
 * How well organisations of one list are found among the entities of the UN system by their names. A label rests on no name:
 * it is the one entity and the one organisation whose pages are on the same host. And none of either list is left out.
 */
@EnabledIf("org.w3id.urbis.loader.MappedFile#isRealThere")
class AgencyFiguresTest {

    private static final Path ENTITIES = REAL.resolve("un-system-chart/un-entities.json");
    private static final Path LIST = REAL.resolve("supraverden/general_list.yaml");

    @Test
    void organisationsAreLedToTheEntityThatHasTheirPages() throws IOException {
        MappedFile entities = MappedFile.of("un-system-entities", "areas/").read(ENTITIES);
        MappedFile organizations = MappedFile.of("international-organizations", "areas/")
                .knowing(entities)
                .read(LIST);
        assertEquals(
                PlainCount.matches(ENTITIES, "\"entity\"\\s*:"),
                entities.number("SELECT (COUNT(*) AS ?n) { ?one a urbis:Agency }"));
        assertEquals(
                PlainCount.matches(LIST, "SPRVD_id:"),
                organizations.number(
                        "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?one a urbis:Organization ; urbis:citation ?c }"));
        Map<String, String> agencies = byHost(
                pairs(entities.rows("SELECT (STR(?one) AS ?iri) ?page { ?one a urbis:Agency ; urbis:website ?site"
                        + " BIND(STR(?site) AS ?page) }")));
        Map<String, String> subjects = new HashMap<>();
        pairs(organizations.rows("SELECT (STR(?c) AS ?row) (STR(?one) AS ?iri) { ?one urbis:citation ?c ; a"
                        + " urbis:Organization }"))
                .forEach(pair -> subjects.put(pair[0].replaceAll("^.*supraverden-", ""), pair[1]));
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, String> listed : byHost(listed()).entrySet()) {
            String label = agencies.get(listed.getKey());
            if (label != null) {
                String linked = subjects.get(listed.getValue());
                if (linked.equals(label)) {
                    right++;
                } else if (linked.contains("/agency/")) {
                    wrong.add(listed.getKey() + " as " + linked);
                } else {
                    open.add(listed.getKey() + " " + label);
                }
            }
        }
        double precision = (double) right / (right + wrong.size());
        double recall = (double) right / (right + wrong.size() + open.size());
        String told =
                right + " right, wrong " + wrong + ", open " + open + ": precision " + precision + ", recall " + recall;
        LoggerFactory.getLogger(AgencyFiguresTest.class).info(told);
        assertTrue(right + wrong.size() + open.size() >= 30, told);
        assertTrue(precision >= 0.97, told);
        assertTrue(recall >= 0.8, told);
    }

    private static List<String[]> pairs(List<String> rows) {
        return rows.stream().map(row -> row.split(" ", 2)).toList();
    }

    /** Number and page of each organisation of the list, read without a reader of ours. */
    private static List<String[]> listed() throws IOException {
        List<String[]> pages = new ArrayList<>();
        String number = "";
        Pattern line = Pattern.compile("  (SPRVD_id|Website): (\\S+)");
        for (String each : Files.readAllLines(LIST)) {
            Matcher found = line.matcher(each);
            if (found.lookingAt() && found.group(1).equals("SPRVD_id")) {
                number = found.group(2).toLowerCase(Locale.ROOT);
            } else if (found.lookingAt() && found.group(2).startsWith("http")) {
                pages.add(new String[] {number, found.group(2)});
            }
        }
        return pages;
    }

    /** The first of each pair by the host of the second, where no other has that host. */
    private static Map<String, String> byHost(List<String[]> pages) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String[] page : pages) {
            String host = String.valueOf(
                            URI.create(page[1].replaceAll("[^!-~].*$", "")).getHost())
                    .replaceFirst("^www[.]", "");
            all.computeIfAbsent(host, any -> new ArrayList<>()).add(page[0]);
        }
        Map<String, String> single = new TreeMap<>();
        all.forEach((host, owners) -> {
            if (owners.size() == 1) {
                single.put(host, owners.getFirst());
            }
        });
        return single;
    }
}
