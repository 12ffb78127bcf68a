package org.w3id.urbis.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project, a PATH and folders of JDKs made for one test, apart from what the machine has. */
final class LauncherWorld {

    private static final Path LAUNCHER = Path.of("..", "urbis").toAbsolutePath().normalize();
    private static final List<String> TOOLS =
            List.of("cat", "dirname", "find", "head", "mkdir", "mv", "readlink", "rm", "sed", "sh", "sleep", "tail");

    private final Path root;
    private final Path project;
    private final Path path;

    LauncherWorld(Path root) throws IOException {
        this.root = root;
        project = Files.createDirectories(root.resolve("a project"));
        path = Files.createDirectories(root.resolve("path"));
        Files.createDirectories(root.resolve("places"));
        Files.copy(LAUNCHER, project.resolve("urbis"));
        change("pom.xml");
        for (String module : List.of("ontology", "shapes", "queries", "loader", "endpoint")) {
            change(module + "/pom.xml");
        }
        change("ontology/place.ttl");
        change("loader/src/test/java/SomeTest.java");
        for (String tool : TOOLS) {
            script(path.resolve(tool), "exec " + machines(tool) + " \"$@\"\n");
        }
        script(path.resolve("mvn"), """
            printf 'JAVA_HOME=%s in %s: %s\\n' "$JAVA_HOME" "$PWD" "$*" >>"$FAKE_BUILDS"
            if [ -n "${FAKE_MAVEN_EXIT:-}" ]; then
                echo 'Maven says why'
                exit "$FAKE_MAVEN_EXIT"
            fi
            : >endpoint/target/urbis.jar
            mkdir -p endpoint/target/lib
            : >endpoint/target/lib/urbis-loader-1.jar
            """);
    }

    Path project() {
        return project;
    }

    /** Makes a JDK that prints its home, its folder, the data directory and its arguments. */
    Path jdk(String folder, String version) throws IOException {
        Path home = runtime(folder, version);
        script(home.resolve("bin/javac"), "exit 1\n");
        return home;
    }

    /** Makes a Java without a compiler. */
    Path runtime(String folder, String version) throws IOException {
        Path home = Files.createDirectories(root.resolve(folder));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), """
            if [ "$1" = -version ]; then
                echo 'openjdk version "VERSION" 2020-01-01' >&2
                exit 0
            fi
            printf '%s\\n' 'HOME' "$PWD" "$URBIS_DATA"
            printf '<%s>\\n' "$@"
            exit "${FAKE_EXIT:-0}"
            """.replace("VERSION", version).replace("HOME", home.toString()));
        return home;
    }

    /** Puts a JDK's programs on the PATH as distributions do, by links to links. */
    void linkOnPath(Path jdk) throws IOException {
        for (String program : List.of("java", "javac")) {
            Path alternative = root.resolve("alternative-" + program);
            Files.createSymbolicLink(alternative, jdk.resolve("bin").resolve(program));
            Files.createSymbolicLink(path.resolve(program), path.relativize(alternative));
        }
    }

    void change(String file) throws IOException {
        Path changed = project.resolve(file);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, "changed\n");
    }

    void removeMaven() throws IOException {
        Files.delete(path.resolve("mvn"));
    }

    void leaveLockOfDeadProcess() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("sh", "-c", "exit 0").start();
        dead.waitFor();
        Path lock = Files.createDirectories(project.resolve("endpoint/target/urbis.lock"));
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    }

    /** What Maven was asked for, one line a build. */
    List<String> builds() throws IOException {
        Path log = root.resolve("builds.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    LauncherRun run(List<String> arguments, String... settings) throws IOException, InterruptedException {
        return runFrom(project, project.resolve("urbis"), arguments, settings);
    }

    LauncherRun runFrom(Path folder, Path launcher, List<String> arguments, String... settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        Path out = Files.createTempFile(root, "run", ".out");
        Path err = Files.createTempFile(root, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", path.toString());
        environment.put("HOME", root.resolve("home").toString());
        environment.put("URBIS_JDK_PLACES", root.resolve("none") + ":" + root.resolve("places"));
        environment.put("FAKE_BUILDS", root.resolve("builds.log").toString());
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        int exitCode = builder.start().waitFor();
        return new LauncherRun(exitCode, Files.readString(out), Files.readString(err));
    }

    private static Path machines(String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path found = Path.of(folder, tool);
            if (Files.isExecutable(found)) {
                return found;
            }
        }
        throw new IOException("this machine has no " + tool);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
