package org.w3id.urbis.endpoint.documentation;

import java.util.List;
import org.w3id.urbis.endpoint.page.DocumentationView;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.ontology.ResourceFolder;

/** How the graph is used from other programs; the code is that of {@code docs/recipes.md}, which tests run. */
final class RecipesPage {
    private static final String WORDS = "documentation.recipe.";
    /** Where the documents say that the server is. */
    private static final String WRITTEN = "http://localhost:8080";

    /** Programs in the order of the page. */
    private static final List<String> PROGRAMS =
            List.of("curl", "python", "pandas", "rdflib", "r", "javascript", "excel", "qgis", "openrefine");

    private final ResourceFolder code = ResourceFolder.onClasspath("urbis/recipes");

    DocumentationView.Recipes of(Words words, String origin) {
        return new DocumentationView.Recipes(PROGRAMS.stream()
                .map(program -> new DocumentationView.Recipe(
                        program,
                        words.get(WORDS + program),
                        TutorialPage.prose(words, WORDS + program),
                        code.text(program + ".txt").strip().replace(WRITTEN, origin)))
                .toList());
    }
}
