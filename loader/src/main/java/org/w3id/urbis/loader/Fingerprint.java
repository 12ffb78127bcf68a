package org.w3id.urbis.loader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.submission.Former;

/** Checksums of what goes into a revision: equal ones mean equal content, wherever the files lie. */
final class Fingerprint {

    private Fingerprint() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** That of all a source says: its description, its files and its mappings. */
    static String of(Source source) {
        MessageDigest digest = digest();
        take(digest, source.iri(), of(Optional.of(source.description())));
        source.graphs().forEach(graph -> take(digest, graph));
        return hex(digest);
    }

    /** That of what a source says in one of its graphs, which its description tells how to read. */
    static String of(Source source, SourceGraph graph) {
        MessageDigest digest = digest();
        take(digest, source.iri(), of(Optional.of(source.description())));
        take(digest, graph);
        return hex(digest);
    }

    private static void take(MessageDigest digest, SourceGraph graph) {
        take(
                digest,
                graph.name(),
                graph.fileName(),
                of(graph.file()),
                of(graph.mapping()),
                graph.layout().columns(),
                // Sets have another order in each process.
                new TreeSet<>(graph.layout().optional()),
                new TreeSet<>(graph.layout().emptyMarks()),
                graph.layout().rowPath(),
                graph.layout().sheet(),
                graph.layout().key(),
                graph.linkage(),
                graph.document(),
                graph.expected());
    }

    /** That of what is said of things which are there no more. */
    static String of(List<Former> former) {
        MessageDigest digest = digest();
        former.forEach(each -> take(digest, each.graph(), of(Optional.of(each.file())), each.told()));
        return hex(digest);
    }

    private static String of(Optional<SourceFile> file) {
        return file.map(there -> there.extension() + " " + there.sha256()).orElse("");
    }

    /** Each part with its length, so that no two lists of parts look alike. */
    private static void take(MessageDigest digest, Object... parts) {
        for (Object part : parts) {
            String text = part.toString();
            digest.update((text.length() + ":" + text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
