package org.w3id.urbis.loader.reach;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask the same data, as it is published and as it is looked through. */
abstract class OverReachedData {

    @TempDir
    private static Path directory;

    static ReachedData data;

    @BeforeAll
    static void make() {
        data = ReachedData.in(directory);
    }

    @AfterAll
    static void close() {
        data.close();
    }
}
