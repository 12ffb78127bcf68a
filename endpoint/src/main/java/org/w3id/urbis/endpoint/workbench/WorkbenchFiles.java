package org.w3id.urbis.endpoint.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.QuestionWords;

/**
 * Scripts, styles, words and outlines of the workbench, each under an address that holds the hash of them all: a module
 * finds the others beside it, and what a browser has kept never goes with what it fetches anew.
 */
public final class WorkbenchFiles {
    /** What the addresses begin with. */
    static final String PATH = "/assets/workbench/";

    private static final String EDITOR = "/META-INF/resources/webjars/codemirror/5.65.20/";
    private static final String OURS = "/urbis/workbench/";
    private static final String WORDS = "workbench.";
    private static final String SUBJECT = "subject.";
    private static final String TAG = "tag.";
    /** Words that other pages have too. */
    private static final List<String> SHARED =
            List.of("map.caption", "question.ask", "question.several", "question.sparql");

    private static final Map<String, String> OF_EDITOR = ofEditor();

    /** Fetched with the page. */
    private static final List<String> MODULES = List.of(
            "main.js",
            "element.js",
            "words.js",
            "ask.js",
            "catalogue.js",
            "columns.js",
            "completion.js",
            "context.js",
            "desk.js",
            "editor.js",
            "format.js",
            "hints.js",
            "names.js",
            "plan.js",
            "results.js",
            "share.js",
            "table.js",
            "tokens.js");

    /** Fetched when somebody looks at an answer in another way. */
    private static final List<String> VIEWS =
            List.of("chart.js", "map.js", "network.js", "pane.js", "projection.js", "tiles.js", "timeline.js");

    private static final WorkbenchFiles SHIPPED = new WorkbenchFiles();

    private final Map<String, Content> files = new LinkedHashMap<>();
    private final String edition;

    private WorkbenchFiles() {
        OF_EDITOR.forEach((name, place) -> files.put(name, Content.of(read(place))));
        MODULES.forEach(name -> files.put(name, Content.of(read(OURS + name))));
        VIEWS.forEach(name -> files.put(name, Content.of(read(OURS + name))));
        files.put("workbench.css", Content.of(read(OURS + "workbench.css")));
        Languages.OFFERED.forEach(lang -> files.put("words-" + lang + ".js", Content.of(words(lang))));
        files.put("countries.json", Content.of(JsonText.bytes(WorldMap.shipped().outlines())));
        edition = hash(files);
    }

    private static Map<String, String> ofEditor() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("codemirror.js", OURS + "editor/codemirror.js");
        files.put("codemirror.css", EDITOR + "lib/codemirror.css");
        files.put("sparql.js", EDITOR + "mode/sparql/sparql.js");
        files.put("show-hint.js", EDITOR + "addon/hint/show-hint.js");
        files.put("show-hint.css", EDITOR + "addon/hint/show-hint.css");
        files.put("matchbrackets.js", EDITOR + "addon/edit/matchbrackets.js");
        files.put("closebrackets.js", EDITOR + "addon/edit/closebrackets.js");
        files.put("comment.js", EDITOR + "addon/comment/comment.js");
        return files;
    }

    /** The files that ship with the program. */
    static WorkbenchFiles shipped() {
        return SHIPPED;
    }

    /** Where a file is found. */
    public static String href(String name) {
        if (!SHIPPED.files.containsKey(name)) {
            throw new IllegalArgumentException("The workbench has no file " + name);
        }
        return PATH + SHIPPED.edition + "/" + name;
    }

    /** The scripts of the editor, in the order in which they build on each other. */
    public static List<String> scripts() {
        return OF_EDITOR.keySet().stream()
                .filter(name -> name.endsWith(".js"))
                .map(WorkbenchFiles::href)
                .toList();
    }

    /** Our own modules, for a page to have them fetched at once. */
    public static List<String> modules() {
        return MODULES.stream().map(WorkbenchFiles::href).toList();
    }

    /** What changes whenever one of the files does. */
    String edition() {
        return edition;
    }

    /** The names of all files. */
    Set<String> names() {
        return files.keySet();
    }

    /** A file; empty if there is none of that name. */
    Optional<Content> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The media type of a file, by the end of its name. */
    static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".json" -> "application/json";
            default -> "text/javascript; charset=utf-8";
        };
    }

    /** The words of the workbench in a language, as a module. */
    private static byte[] words(String lang) {
        String json = new String(JsonText.bytes(spoken(Words.of(lang))), StandardCharsets.UTF_8);
        return ("export default " + json + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> spoken(Words words) {
        Map<String, String> texts = words.beginning(WORDS);
        SHARED.forEach(key -> texts.put(key, words.get(key)));
        words.beginning(SUBJECT).forEach((subject, name) -> texts.put(SUBJECT + subject, name));
        QuestionWords questions = QuestionWords.of(words.lang());
        QueryCatalogue.shipped().queries().stream()
                .flatMap(query -> query.tags().stream())
                .forEach(tag -> texts.put(TAG + tag, questions.tag(tag).text()));
        return texts;
    }

    private static byte[] read(String place) {
        try (InputStream in = WorkbenchFiles.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + place);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(Map<String, Content> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content.plain());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
