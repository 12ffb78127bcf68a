package org.w3id.urbis.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a project of its own, with JDKs and a Maven that only say what they were asked for. */
class LauncherTest {

    @TempDir
    private Path temporary;

    private LauncherWorld world;

    @BeforeEach
    void layOut() throws IOException {
        world = new LauncherWorld(temporary.toRealPath());
    }

    @Test
    void theNamedJdkComesFirst() throws Exception {
        Path named = world.jdk("named", "21.0.2");
        Path home = world.jdk("home", "25");
        LauncherRun run = world.run(List.of(), "URBIS_JAVA_HOME=" + named, "JAVA_HOME=" + home);
        assertEquals(0, run.exitCode(), run::errors);
        assertEquals(named.toString(), run.javaHome());
    }

    @Test
    void aNamedJdkThatIsTooOldIsAnErrorEvenIfAnotherWouldDo() throws Exception {
        Path named = world.jdk("named", "17.0.15");
        LauncherRun run = world.run(List.of(), "URBIS_JAVA_HOME=" + named, "JAVA_HOME=" + world.jdk("home", "25"));
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().contains("URBIS_JAVA_HOME (" + named + ") is no JDK 21 or newer"), run::errors);
        assertTrue(run.errors().contains("Java 17 in " + named), run::errors);
    }

    @Test
    void oldJdksArePassedOverUntilOneIsNewEnough() throws Exception {
        Path home = world.jdk("home", "17.0.15");
        world.linkOnPath(world.jdk("path", "11.0.1"));
        world.jdk("places/a-old", "1.8.0_392");
        world.runtime("places/b-runtime", "21");
        Path good = world.jdk("places/c-good", "25.0.3");
        world.jdk("places/d-unseen", "26");
        LauncherRun run = world.run(List.of(), "JAVA_HOME=" + home);
        assertEquals(0, run.exitCode(), run::errors);
        assertEquals(good.toString(), run.javaHome());
    }

    @Test
    void theJdkOnThePathIsFoundBehindItsLinks() throws Exception {
        Path onPath = world.jdk("real folder/jdk-22", "22");
        world.linkOnPath(onPath);
        world.jdk("places/other", "25");
        LauncherRun run = world.run(List.of());
        assertEquals(onPath.toString(), run.javaHome());
    }

    @Test
    void aBundleOfMacOsIsAJdkToo() throws Exception {
        Path home = world.jdk("places/temurin-21.jdk/Contents/Home", "21.0.5");
        assertEquals(home.toString(), world.run(List.of()).javaHome());
    }

    @Test
    void aJdkWithoutAReleaseFileIsAsked() throws Exception {
        Files.delete(world.jdk("places/a-eight", "1.8.0_392").resolve("release"));
        Path asked = world.jdk("places/b-early", "23-ea");
        Files.delete(asked.resolve("release"));
        assertEquals(asked.toString(), world.run(List.of()).javaHome());
    }

    @Test
    void withoutAJdkItSaysWhatThereIsAndWhatToInstall() throws Exception {
        Path old = world.jdk("places/old", "17.0.15");
        Path runtime = world.runtime("places/runtime", "21.0.1");
        LauncherRun run = world.run(List.of());
        assertEquals(2, run.exitCode());
        assertEquals("", run.output());
        for (String said : List.of(
                "no JDK 21 or newer found",
                "Java 17 in " + old,
                "Java 21 without a compiler in " + runtime,
                "apt install openjdk-21-jdk",
                "URBIS_JAVA_HOME")) {
            assertTrue(run.errors().contains(said), run::errors);
        }
    }

    @Test
    void argumentsAndExitCodePassThrough() throws Exception {
        world.jdk("places/jdk", "21");
        LauncherRun run = world.run(List.of("validate", "my file.ttl", "", "*", "--from=a'b\"c"), "FAKE_EXIT=7");
        assertEquals(7, run.exitCode(), run::errors);
        assertEquals(List.of("validate", "my file.ttl", "", "*", "--from=a'b\"c"), run.arguments());
        assertTrue(run.options().contains("-Durbis.home=" + world.project()), run::output);
        assertTrue(run.options().contains("-Xmx1536m"), run::output);
        assertTrue(run.options().contains("-XX:TieredStopAtLevel=1"), run::output);
    }

    @Test
    void filesAreCheckedWithTheJarsOfTheLoaderAloneIfThereIsNoOption() throws Exception {
        world.jdk("places/jdk", "21");
        Path target = world.project().resolve("endpoint/target");
        String library = target.resolve("lib/urbis-loader-1.jar").toString();
        LauncherRun plain = world.run(List.of("validate", "my file.ttl", "other.nt"));
        assertEquals(List.of("-cp", library, "org.w3id.urbis.loader.cli.PlainValidation"), plain.program());
        assertEquals(List.of("my file.ttl", "other.nt"), plain.arguments());

        List<String> whole =
                List.of("-cp", library + ":" + target.resolve("urbis.jar"), "org.w3id.urbis.endpoint.EndpointMain");
        for (List<String> words : List.of(
                List.of("validate"), List.of("validate", "a.ttl", "--lang", "fr"), List.of("validate", "@words"))) {
            assertEquals(whole, world.run(words).program(), words::toString);
            assertEquals(words, world.run(words).arguments());
        }
    }

    @Test
    void withoutAListOfJarsTheProgramIsOneJar() throws Exception {
        world.jdk("places/jdk", "21");
        Path colon = Files.createDirectories(temporary.toRealPath().resolve("a:b"));
        Path moved = Files.move(world.project(), colon.resolve("project"));
        LauncherRun run = world.runFrom(colon, moved.resolve("urbis"), List.of("validate", "a.ttl"));
        assertEquals(0, run.exitCode(), run::errors);
        Path jar = moved.resolve("endpoint/target/urbis.jar");
        assertTrue(run.output().endsWith("<-jar>\n<" + jar + ">\n<validate>\n<a.ttl>\n"), run::output);
    }

    @Test
    void theServerGetsASmallHeapAndTheUsersOptionsComeLast() throws Exception {
        world.jdk("places/jdk", "21");
        LauncherRun run = world.run(List.of("serve", "--port", "0"), "URBIS_JAVA_OPTS=-Xmx4g -Dx=y");
        assertTrue(run.options().contains("-Xmx352m"), run::output);
        assertTrue(run.options().indexOf("-Xmx4g") > run.options().indexOf("-Xmx352m"), run::output);
        assertTrue(run.options().contains("-Dx=y"), run::output);
        assertFalse(run.options().contains("-XX:TieredStopAtLevel=1"), run::output);
    }

    @Test
    void dataLieInTheProjectUnlessSaidOtherwise() throws Exception {
        world.jdk("places/jdk", "21");
        assertEquals(
                world.project().resolve("data").toString(), world.run(List.of()).data());
        assertEquals("else where", world.run(List.of(), "URBIS_DATA=else where").data());
    }

    @Test
    void aLinkElsewhereRunsTheProjectAndKeepsTheFolder() throws Exception {
        world.jdk("places/jdk", "21");
        Path elsewhere = Files.createDirectories(temporary.resolve("else where"));
        Path first = Files.createSymbolicLink(
                elsewhere.resolve("urbis"), world.project().resolve("urbis"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("u"), first.getFileName());
        LauncherRun run = world.runFrom(elsewhere, second, List.of("status"));
        assertEquals(0, run.exitCode(), run::errors);
        assertTrue(run.options().contains("-Durbis.home=" + world.project()), run::output);
        assertEquals(elsewhere.toRealPath().toString(), run.folder());
    }

    @Test
    void itBuildsWhenNothingIsBuiltAndWhenASourceHasChanged() throws Exception {
        Path jdk = world.jdk("places/jdk", "21");
        LauncherRun first = world.run(List.of());
        assertTrue(first.errors().contains("urbis: building"), first::errors);
        assertEquals(
                List.of("JAVA_HOME=" + jdk + " in " + world.project()
                        + ": -q -B -Dmaven.test.skip=true -pl endpoint -am package"),
                world.builds());

        LauncherRun second = world.run(List.of());
        assertEquals("", second.errors());
        assertEquals(1, world.builds().size());

        world.change("ontology/place.ttl");
        world.run(List.of());
        assertEquals(2, world.builds().size());

        Files.delete(world.project().resolve("ontology/place.ttl"));
        world.run(List.of());
        assertEquals(3, world.builds().size());

        world.change("loader/src/test/java/SomeTest.java");
        world.change("shapes/target/classes/made.ttl");
        world.run(List.of());
        assertEquals(3, world.builds().size());

        Files.delete(world.project().resolve("endpoint/target/urbis.jar"));
        world.run(List.of());
        assertEquals(4, world.builds().size());
    }

    @Test
    void aFailedBuildIsShownAndTriedAgain() throws Exception {
        world.jdk("places/jdk", "21");
        LauncherRun run = world.run(List.of(), "FAKE_MAVEN_EXIT=1");
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().contains("Maven says why"), run::errors);
        assertTrue(run.errors().contains("the build failed"), run::errors);
        assertEquals("", run.output());
        assertFalse(Files.exists(world.project().resolve("endpoint/target/urbis.lock")));
        assertEquals(0, world.run(List.of()).exitCode());
        assertEquals(2, world.builds().size());
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        world.jdk("places/jdk", "21");
        world.removeMaven();
        LauncherRun run = world.run(List.of());
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().contains("building needs Maven"), run::errors);
    }

    @Test
    void theLockOfABuildThatDiedIsNoHindrance() throws Exception {
        world.jdk("places/jdk", "21");
        world.leaveLockOfDeadProcess();
        LauncherRun run = world.run(List.of());
        assertEquals(0, run.exitCode(), run::errors);
        assertEquals(1, world.builds().size());
    }
}
