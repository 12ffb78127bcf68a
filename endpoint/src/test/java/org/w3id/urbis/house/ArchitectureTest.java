package org.w3id.urbis.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the arrows: which module and which package may use which. */
class ArchitectureTest {

    private static final String ROOT = "org.w3id.urbis";
    private static final String LOADER = ROOT + ".loader";

    private static final String ENTRY_POINT = ROOT + ".endpoint.EndpointMain";

    /** The loader's steps; each may use those before it. */
    private static final List<String> STEPS = List.of(
            "source",
            "record",
            "identity",
            "statement",
            "mapping",
            "linking",
            "entry",
            "interval",
            "readform",
            "inference",
            "validation",
            "report",
            "names",
            "reach",
            "publication",
            "preview",
            "submission");

    /** Fewer classes than this would mean that the test looks in the wrong place. */
    private static final Map<String, Integer> FEWEST_CLASSES =
            Map.of("ontology", 2, "shapes", 5, "queries", 3, "loader", 40, "endpoint", 40);

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/compiled/"))
                .importPackages(ROOT);
    }

    @Test
    void theTestSeesEveryModuleAndEveryStep() {
        FEWEST_CLASSES.forEach((module, fewest) -> {
            long count = count(ROOT + "." + module + "..");
            assertTrue(count >= fewest, () -> "saw only " + count + " classes of " + module);
        });
        STEPS.forEach(step -> assertTrue(count(LOADER + "." + step) > 0, () -> "saw no class of the step " + step));
    }

    @Test
    void modulesUseOnlyThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ontology")
                .definedBy(ROOT + ".ontology..")
                .layer("shapes")
                .definedBy(ROOT + ".shapes..")
                .layer("queries")
                .definedBy(ROOT + ".queries..")
                .layer("loader")
                .definedBy(LOADER + "..")
                .layer("endpoint")
                .definedBy(ROOT + ".endpoint..")
                .whereLayer("endpoint")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("loader")
                .mayOnlyBeAccessedByLayers("endpoint")
                .whereLayer("queries")
                .mayOnlyBeAccessedByLayers("loader", "endpoint")
                .whereLayer("shapes")
                .mayOnlyBeAccessedByLayers("loader", "endpoint")
                .whereLayer("ontology")
                .mayOnlyBeAccessedByLayers("shapes", "queries", "loader", "endpoint")
                .check(ours);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(FEWEST_CLASSES.keySet().stream()
                        .map(module -> ROOT + "." + module + "..")
                        .toArray(String[]::new))
                .check(ours);
    }

    @Test
    void stepsOfTheLoaderUseOnlyThoseBeforeThem() {
        for (int i = 0; i < STEPS.size(); i++) {
            // The pipeline at the root and the commands stand outside the row: they see all, and no step sees them.
            Stream<String> later = STEPS.stream().skip(i + 1L).map(step -> LOADER + "." + step + "..");
            noClasses()
                    .that()
                    .resideInAPackage(LOADER + "." + STEPS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(later, Stream.of(LOADER, LOADER + ".cli.."))
                            .toArray(String[]::new))
                    .because("the steps run in the order " + STEPS)
                    .check(ours);
        }
    }

    @Test
    void everyPackageOfTheLoaderIsAStepOrSeesAll() {
        classes()
                .that()
                .resideInAPackage(LOADER + ".*..")
                .should()
                .resideInAnyPackage(Stream.concat(STEPS.stream(), Stream.of("cli"))
                        .map(name -> LOADER + "." + name + "..")
                        .toArray(String[]::new))
                .check(ours);
    }

    @Test
    void onlyTheEndpointServesHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".endpoint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.helidon..",
                        "org.apache.jena.fuseki..",
                        "org.eclipse.jetty..",
                        "jakarta.servlet..",
                        "com.sun.net.httpserver..")
                .check(ours);
    }

    @Test
    void outsideTheEndpointOnlyACommandFetchesWhatItsUserNamed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".endpoint..", LOADER + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.jena.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(ours);
    }

    @Test
    void packagesDoNotUseEachOtherInCircles() {
        // The program's entry point names all commands, and so stands above the packages it shares a name with.
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(name(ENTRY_POINT), alwaysTrue())
                .check(ours);
    }

    @Test
    void onlyCommandsWriteToStandardStreamsOrEndTheProgram() {
        noClasses().that(areNoCommands()).should(ACCESS_STANDARD_STREAMS).check(ours);
        noClasses()
                .that(areNoCommands())
                .and()
                .doNotHaveFullyQualifiedName(ENTRY_POINT)
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(ours);
    }

    @Test
    void errorsHaveNamesAndLogsGoOneWay() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(ours);
        // These log nothing, they silence a library's own logger: JsonKeywords tells its warnings as findings, and
        // LuceneFiles has no use for what Lucene warns of.
        noClasses()
                .that()
                .doNotHaveSimpleName("JsonKeywords")
                .and()
                .doNotHaveSimpleName("LuceneFiles")
                .should(USE_JAVA_UTIL_LOGGING)
                .check(ours);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Misc|Common)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..helper..", "..manager..", "..common..", "..misc..", "..impl..")
                .check(ours);
    }

    private static DescribedPredicate<JavaClass> areNoCommands() {
        return DescribedPredicate.not(resideInAPackage("..cli..")).as("are outside packages named cli");
    }

    private static long count(String packages) {
        return ours.stream().filter(resideInAPackage(packages)).count();
    }
}
