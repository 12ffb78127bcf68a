package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Damages one line at a time of the files of the directory and of the examples that are fine, until a given number is
 * refused, and expects the damaged line to be named.
 *
 * <p>Where a line was lost, the line named is one of these: the first of what lacks it, which is where its subject or
 * its bracket begins; the line before or after the gap; or that of a fact whose citation was lost. Where a declaration lost the name of its prefix, the first
 * line that uses the prefix may be named.
 */
class MutationTest {

    /** For each seed; what a seed gives is the same in every run. */
    private static final int MUTATIONS = 200;

    private static final List<Long> SEEDS = Stream.of(
                    System.getProperty("urbis.mutation.seeds", "2021,3,17").split(","))
            .map(Long::valueOf)
            .toList();

    private static final Optional<Node> EVERY_FACT_IS_CITED =
            Optional.of(NodeFactory.createURI("https://w3id.org/urbis/shapes#Cited-everyFact"));

    private static final FileValidation VALIDATION =
            FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped());

    private static List<Mutation> mutations;

    @BeforeAll
    static void damage() throws IOException {
        mutations = new ArrayList<>();
        for (long seed : SEEDS) {
            mutations.addAll(mutations(seed));
        }
    }

    @AfterAll
    static void forget() {
        mutations = null;
    }

    @TestFactory
    Stream<DynamicTest> everyDamagedLineIsNamed() {
        return mutations.stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.toString(), () -> {
                    assertTrue(mutation.isNamed(), mutation::report);
                }));
    }

    /** The number of findings beside the one that is meant is what makes a report readable. */
    @Test
    void noFindingIsElsewhere() {
        assertEquals(MUTATIONS * SEEDS.size(), mutations.size());
        assertEquals(
                "",
                mutations.stream()
                        .filter(mutation -> !mutation.isOnlyNamed())
                        .map(Mutation::report)
                        .collect(Collectors.joining("\n")));
    }

    private static List<Mutation> mutations(long seed) throws IOException {
        List<Path> files = files();
        Random random = new Random(seed);
        Map<Damage, Integer> done = new EnumMap<>(Damage.class);
        List<Mutation> mutations = new ArrayList<>();
        for (int tries = 0; mutations.size() < MUTATIONS && tries < 100 * MUTATIONS; tries++) {
            Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
            Path file = files.get(random.nextInt(files.size()));
            List<String> lines = Files.readAllLines(file);
            int line = random.nextInt(lines.size());
            Optional<String> damaged = damage.of(lines.get(line), random);
            if (damaged.isPresent()) {
                String before = lines.set(line, damaged.get());
                List<Finding> findings = VALIDATION
                        .validate(
                                file.getFileName().toString(),
                                RdfFormat.TURTLE,
                                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
                        .findings()
                        .stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .toList();
                if (!findings.isEmpty()) {
                    done.merge(damage, 1, Integer::sum);
                    mutations.add(new Mutation(file, damage, line + 1, before, lines, findings));
                }
            }
        }
        return mutations;
    }

    private static List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> networks = Files.list(Path.of("sources/city-networks-directory-2021"))) {
            networks.filter(file -> file.toString().endsWith(".ttl") && !file.endsWith("source.ttl"))
                    .forEach(found::add);
        }
        assertTrue(found.size() >= 26, found.toString());
        try (Stream<Path> examples = Files.walk(Path.of("../shapes/examples"))) {
            examples.filter(file ->
                            file.toString().endsWith(".ttl") && file.getParent().endsWith("valid"))
                    .forEach(found::add);
        }
        return found.stream().sorted().toList();
    }

    /** One line of one file, and what is said of the file with it. */
    private record Mutation(
            Path file, Damage damage, int line, String before, List<String> lines, List<Finding> findings) {

        boolean isNamed() {
            return findings.stream().anyMatch(this::names);
        }

        boolean isOnlyNamed() {
            return findings.stream().allMatch(this::names);
        }

        private boolean names(Finding finding) {
            if (finding.line() == line || isFirstUse(finding)) {
                return true;
            }
            return damage == Damage.LINE_LOST
                    && (Math.abs(finding.line() - line) == 1
                            || beginningsAbove().anyMatch(above -> above == finding.line())
                            || finding.constraint().equals(EVERY_FACT_IS_CITED));
        }

        /** The lines above, up to the subject, on which something begins that the lost line may have belonged to. */
        private IntStream beginningsAbove() {
            int subject = line;
            while (subject > 1
                    && (lines.get(subject - 1).isBlank()
                            || lines.get(subject - 1).startsWith(" "))) {
                subject--;
            }
            return IntStream.range(subject, line)
                    .filter(n -> n == startOfStatement() || lines.get(n - 1).contains("["));
        }

        private int startOfStatement() {
            int subject = line;
            while (subject > 1
                    && (lines.get(subject - 1).isBlank()
                            || lines.get(subject - 1).startsWith(" "))) {
                subject--;
            }
            return subject;
        }

        private boolean isFirstUse(Finding finding) {
            return before.startsWith("@prefix")
                    && finding.component().equals(Check.UNDEFINED_PREFIX.component())
                    && IntStream.rangeClosed(1, finding.line() - 1)
                            .noneMatch(n -> lines.get(n - 1).matches(".*\\b" + before.split("[ :]+")[1] + ":\\w.*"));
        }

        String report() {
            StringBuilder report = new StringBuilder(toString()).append('\n');
            report.append("  was:  ")
                    .append(before)
                    .append("\n  is:   ")
                    .append(lines.get(line - 1))
                    .append('\n');
            findings.forEach(finding -> report.append("  ")
                    .append(finding.line())
                    .append(':')
                    .append(finding.column())
                    .append(' ')
                    .append(finding.message())
                    .append('\n'));
            return report.toString();
        }

        @Override
        public String toString() {
            return damage + " " + file.getFileName() + ":" + line;
        }
    }
}
