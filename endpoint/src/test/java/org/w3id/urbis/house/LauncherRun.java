package org.w3id.urbis.house;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one run of the launcher gave.
 *
 * @param exitCode its exit code
 * @param output what the stand-in for java printed: its home, its folder, the data directory, then each argument on a line
 * @param errors what the launcher said
 */
record LauncherRun(int exitCode, String output, String errors) {

    String javaHome() {
        return output.lines().findFirst().orElse("");
    }

    String folder() {
        return output.lines().skip(1).findFirst().orElse("");
    }

    String data() {
        return output.lines().skip(2).findFirst().orElse("");
    }

    /** What java was given before the program. */
    List<String> options() {
        return words().takeWhile(word -> !isClassPath(word)).toList();
    }

    /** The jars and the class that java was given. */
    List<String> program() {
        return words().dropWhile(word -> !isClassPath(word)).limit(3).toList();
    }

    /** What the program was given. */
    List<String> arguments() {
        return words().dropWhile(word -> !isClassPath(word)).skip(3).toList();
    }

    private static boolean isClassPath(String word) {
        return word.equals("-cp");
    }

    private Stream<String> words() {
        return output.lines().skip(3).map(line -> line.substring(1, line.length() - 1));
    }
}
