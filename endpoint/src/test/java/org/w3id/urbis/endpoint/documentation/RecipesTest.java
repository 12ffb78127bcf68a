package org.w3id.urbis.endpoint.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.ResourceFolder;

/** Each recipe of the document is run as it stands there, and writes what stands below it. */
class RecipesTest {
    private static final Path DOCUMENT = Path.of("../docs/recipes.md");
    private static final Pattern RECIPE = Pattern.compile(
            "\\n## ([^\\n]+)\\n(?:(?!\\n## ).)*?\\n```(sh|python|r|js)\\n(.*?)\\n```\\n\\n```text\\n(.*?)\\n```\\n",
            Pattern.DOTALL);
    private static final String WRITTEN = "http://localhost:8080";
    /** By language how a program is run, and what tells whether it can be; the program itself comes last. */
    private static final Map<String, List<String>> RUN = Map.of(
            "sh", List.of("bash"),
            "python", List.of("/usr/bin/python3"),
            "r", List.of("Rscript"),
            "js", List.of("node"));

    private static final Map<String, String> FILE =
            Map.of("sh", "recipe.sh", "python", "recipe.py", "r", "recipe.R", "js", "recipe.mjs");
    private static final RunningServer SERVER = ShippedServer.running();

    @TempDir
    private Path folder;

    /** A recipe as the document has it. */
    private record Recipe(String title, String language, String code, String output) {
        @Override
        public String toString() {
            return title;
        }
    }

    private record Said(int code, String text) {}

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        Matcher found = RECIPE.matcher(Files.readString(DOCUMENT));
        int from = 0;
        while (found.find(from)) {
            recipes.add(new Recipe(found.group(1), found.group(2), found.group(3), found.group(4)));
            from = found.end() - 1;
        }
        return recipes;
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "UTF-8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(name -> name.equalsIgnoreCase("http_proxy"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /** Whether this machine has what a recipe needs. */
    private boolean canRun(Recipe recipe) throws IOException, InterruptedException {
        List<String> check = new ArrayList<>(List.of("bash", "-c"));
        check.add(
                switch (recipe.language()) {
                    case "sh" -> recipe.code().startsWith("ogr2ogr") ? "command -v ogr2ogr" : "command -v curl";
                    case "python" ->
                        "/usr/bin/python3 -c '"
                                + recipe.code()
                                        .lines()
                                        .filter(line -> line.startsWith("from "))
                                        .reduce("", (one, other) -> one + other + "\n")
                                + "'";
                    default -> "command -v " + RUN.get(recipe.language()).getFirst();
                });
        return run(check).code() == 0;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeWritesWhatTheDocumentSays(Recipe recipe) throws IOException, InterruptedException {
        assumeTrue(canRun(recipe), () -> "this machine lacks what \"" + recipe + "\" needs");
        Path program = folder.resolve(FILE.get(recipe.language()));
        Files.writeString(program, recipe.code().replace(WRITTEN, SERVER.origin()) + "\n");
        List<String> command = new ArrayList<>(RUN.get(recipe.language()));
        command.add(program.toString());
        Said said = run(command);
        assertEquals(
                recipe.output().strip(),
                said.text()
                        .replace(SERVER.origin(), WRITTEN)
                        .replace("\r\n", "\n")
                        .strip());
        assertEquals(0, said.code());
    }

    @Test
    void thePageShowsTheProgramsOfTheDocument() throws IOException {
        ResourceFolder shown = ResourceFolder.onClasspath("urbis/recipes");
        List<Recipe> recipes = recipes();
        assertEquals(shown.names().size(), recipes.size());
        for (String name : shown.names()) {
            String code = shown.text(name).strip();
            assertTrue(
                    recipes.stream().anyMatch(recipe -> recipe.code().equals(code)), name + " is not in the document");
        }
    }
}
