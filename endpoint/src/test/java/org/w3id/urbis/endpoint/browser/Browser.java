package org.w3id.urbis.endpoint.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, driven as a person would: one for all test classes, which ends with the tests. None is ever
 * downloaded: where there is none, the tests that need it are aborted, which {@code .ci/run} counts as a failure. Pictures
 * of the pages are left in {@code target/screenshots}; {@code -Durbis.screenshots=false} leaves none.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 900;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean KEEP_SCREENSHOTS =
            !System.getProperty("urbis.screenshots", "true").equals("false");
    /** On a machine that does much else at the time; whoever waits for what does not come waits as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /**
     * Rules of WCAG 2.2, levels A and AA, and what axe-core calls best practice. Of what is repeated by the hundred, such as
     * the terms of a vocabulary, the first ones stand for all.
     */
    private static final String CHECK = """
        options => axe.run({exclude: [['.term + .term + .term'], ['.questions li + li + li + li'],
            ['.rows li + li + li + li'], ['.columns li + li + li + li'], ['.fact li + li + li + li']]},
            {resultTypes: ['violations'], selectors: false, ...options})
          .then(found => found.violations.map(
            rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | ')))
        """;

    private static com.microsoft.playwright.Browser chromium;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final Map<String, Window> used = new HashMap<>();
    private final String axe = script();

    private Browser() {}

    /** Begins to use the browser, which is started for the first who does; aborts the test if this machine has none. */
    public static Browser start() {
        if (chromium == null || !chromium.isConnected()) {
            Optional<Path> program =
                    PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
            Assumptions.assumeTrue(program.isPresent(), "this machine has no Chromium");
            chromium = launch(program.get());
        }
        return new Browser();
    }

    private static com.microsoft.playwright.Browser launch(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setTimeout(PATIENCE.toMillis())
                        .setArgs(FLAGS));
    }

    private static String script() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A window in which a page is looked at.
     *
     * @param complaints what the browser has complained of, such as a blocked script or a missing file
     */
    public record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        /** Turns the lights off. */
        public void darken() {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        }

        /** Does something that leads to another page, and waits until that has been loaded. */
        public void leave(Runnable step) {
            page.evaluate("() => { window.isLeft = true; }");
            step.run();
            page.waitForFunction("() => !window.isLeft && document.readyState === 'complete'");
        }

        /** Makes the window as wide as another screen; returns by how much the page is wider than that. */
        public int overflowAt(int width) {
            page.setViewportSize(width, HEIGHT);
            Object overflow =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            return ((Number) overflow).intValue();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Opens a window of a laptop's size in a language, in light. */
    public Window open(String lang) {
        return open(lang, true);
    }

    /**
     * A window that is opened once for a language and used by one test after another, light and of a laptop's size for each
     * of them: for pages that are only looked at. It is not closed by who used it.
     */
    public Window again(String lang) {
        Window window = used.computeIfAbsent(lang, this::open);
        window.complaints().clear();
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        window.page().setViewportSize(WIDTH, HEIGHT);
        return window;
    }

    /** The same where no script runs. */
    public Window openWithoutScript(String lang) {
        return open(lang, false);
    }

    private Window open(String lang, boolean scripted) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(lang)
                .setJavaScriptEnabled(scripted)
                .setViewportSize(WIDTH, HEIGHT));
        opened.add(context);
        context.setDefaultTimeout(PATIENCE.toMillis());
        Page page = context.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (Stream.of("error", "warning").anyMatch(message.type()::equals)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Window(context, page, complaints);
    }

    /**
     * What axe-core finds wrong with the page that is shown.
     *
     * @param rules the rules to check; all if none is named
     * @return nothing, or a line for each rule that is broken
     */
    public List<String> inaccessible(Page page, String... rules) {
        return found(page, rules.length == 0 ? Map.of() : Map.of("runOnly", List.of(rules)));
    }

    /** The same without its colours, which take longest and are those of a page that was looked at before. */
    public List<String> inaccessibleBesideColours(Page page) {
        return found(page, Map.of("rules", Map.of("color-contrast", Map.of("enabled", false))));
    }

    private List<String> found(Page page, Map<String, Object> options) {
        if (!Boolean.TRUE.equals(page.evaluate("() => Boolean(window.axe)"))) {
            page.evaluate(axe);
        }
        Object found = page.evaluate(CHECK, options);
        return found instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of("axe-core said " + found);
    }

    /** Keeps a picture of the page, to be looked at by people, if pictures are wanted. */
    public void keep(Page page, String name, boolean full) {
        if (!KEEP_SCREENSHOTS) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                .setQuality(80)
                .setFullPage(full));
    }

    /** Closes all windows; the browser itself is left to others. */
    @Override
    public void close() {
        opened.forEach(BrowserContext::close);
    }
}
