package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Damages one line at a time of networks as JSON-LD, and expects the damaged line to be named wherever that is refused. */
class JsonMutationTest {

    private static final int MUTATIONS = 100;

    @Test
    void everyDamagedLineIsNamed() throws IOException {
        FileValidation validation = FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());
        List<List<String>> files = files();
        Random random = new Random(Long.getLong("urbis.mutation.seed", 2021));
        List<String> missed = new ArrayList<>();
        int refused = 0;
        for (int tries = 0; refused < MUTATIONS && tries < 20 * MUTATIONS; tries++) {
            List<String> lines = new ArrayList<>(files.get(random.nextInt(files.size())));
            Slip slip = Slip.values()[random.nextInt(Slip.values().length)];
            int line = random.nextInt(lines.size());
            String before = lines.get(line);
            Optional<String> damaged = slip.of(before, random);
            if (damaged.isEmpty() || before.contains("://") && !before.contains("\"@id\"")) {
                continue;
            }
            lines.set(line, damaged.get());
            List<Finding> violations = violations(validation, lines);
            if (!violations.isEmpty()) {
                refused++;
                if (violations.stream().noneMatch(finding -> finding.line() == line + 1)) {
                    missed.add(slip + " " + (line + 1) + "\n" + before + "\n" + damaged.get() + "\n"
                            + violations.stream()
                                    .limit(3)
                                    .map(finding ->
                                            finding.line() + ":" + finding.column() + " " + finding.message() + "\n")
                                    .toList());
                }
            }
        }
        assertEquals(MUTATIONS, refused);
        assertEquals("", String.join("\n", missed));
    }

    private static List<Finding> violations(FileValidation validation, List<String> lines) {
        return validation
                .validate(
                        "f.jsonld", RdfFormat.JSON_LD, String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .findings()
                .stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    private static List<List<String>> files() throws IOException {
        try (Stream<Path> networks = Files.list(Path.of("sources/city-networks-directory-2021"))) {
            return networks.filter(file -> file.toString().endsWith(".ttl") && !file.endsWith("source.ttl"))
                    .sorted()
                    .limit(8)
                    .map(file -> RDFWriter.source(RDFDataMgr.loadGraph(file.toString()))
                            .lang(Lang.JSONLD11)
                            .asString()
                            .lines()
                            .toList())
                    .toList();
        }
    }

    /** What authors do to a line. */
    private enum Slip {
        KEY_MISTYPED("(?<=\"urbis:)[a-zA-Z]+(?=\":)", m -> m.group() + "x"),
        KEYWORD_MISTYPED("\"@(?:id|type|value|language)\"(?=:)", m -> m.group().replaceFirst(".\"$", "\"")),
        PREFIX_MISTYPED("(?<=\")(?:urbis|skos|theme)(?=:)", m -> m.group() + "s"),
        QUOTE_LOST("\"", m -> ""),
        COMMA_LOST(",$", m -> ""),
        COLON_LOST("(?<=\"):", m -> ""),
        YEAR_MISTYPED("(?<=\"@value\": \")[0-9]{4}(?=\")", m -> "about " + m.group()),
        DATATYPE_MISTYPED("(?<=xsd:)gYear", m -> m.group() + "s"),
        CODE_MISTYPED("(?<=\"(?:theme|role|unit|comparator|measure):)[\\w-]+", m -> m.group() + "-x"),
        LANGUAGE_MISTYPED("(?<=\"@language\": \")[a-z]+", m -> "e n"),
        NUMBER_QUOTED("(?<=\"@value\": )[0-9.]+", m -> "\"" + m.group() + " or so\"");

        private final Pattern what;
        private final Function<MatchResult, String> by;

        Slip(String what, Function<MatchResult, String> by) {
            this.what = Pattern.compile(what);
            this.by = by;
        }

        Optional<String> of(String line, Random random) {
            List<MatchResult> places = what.matcher(line).results().toList();
            if (places.isEmpty()) {
                return Optional.empty();
            }
            MatchResult place = places.get(random.nextInt(places.size()));
            return Optional.of(line.substring(0, place.start()) + by.apply(place) + line.substring(place.end()));
        }
    }
}
