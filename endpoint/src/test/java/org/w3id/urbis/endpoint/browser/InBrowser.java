package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at pages as people do: they share the browser, and what every page is held to. */
abstract class InBrowser {
    private static final int PHONE = 320;
    private static final int WALL = 2560;

    /** What has been looked at with its colours. */
    private static final Set<String> COLOURS_SEEN = new HashSet<>();

    /** Its windows are closed when the tests of a class have ended. */
    @AutoClose
    static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.start();
    }

    /**
     * Holds a page to what everybody can use: in light and in the dark, on a phone and on a wall, without a complaint of
     * the browser. Its colours are those of every language and are looked at in the first that comes. Keeps pictures of it,
     * if pictures are wanted. The window is left as wide as the wall, and dark.
     *
     * @param name  what is looked at, in whatever language
     * @param lang  the language in which it is
     * @param whole whether the first picture shows what has to be scrolled to, which takes long for a long page
     */
    static void everybodyCanUse(Browser.Window window, String name, String lang, boolean whole) {
        String picture = name + "-" + lang;
        boolean isNew = COLOURS_SEEN.add(name);
        browser.keep(window.page(), picture, whole);
        assertEquals(
                List.of(),
                isNew ? browser.inaccessible(window.page()) : browser.inaccessibleBesideColours(window.page()),
                picture);
        window.darken();
        browser.keep(window.page(), picture + "-dark", false);
        if (isNew) {
            assertEquals(
                    List.of(),
                    browser.inaccessible(window.page(), "color-contrast", "link-in-text-block"),
                    picture + " in the dark");
        }
        assertEquals(0, window.overflowAt(PHONE), picture + " on a phone");
        browser.keep(window.page(), picture + "-phone", false);
        assertEquals(0, window.overflowAt(WALL), picture + " on a wall");
        assertEquals(List.of(), window.complaints(), picture);
    }
}
