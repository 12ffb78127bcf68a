package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at pages as people do: they share the browser, and what every page is held to. */
abstract class InBrowser {
    private static final int PHONE = 320;
    private static final int WALL = 2560;

    /** Its windows are closed when the tests of a class have ended. */
    @AutoClose
    static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.start();
    }

    /**
     * Holds a page to what everybody can use: in light and in the dark, on a phone and on a wall, without a complaint of
     * the browser. Keeps pictures of it. The window is left as wide as the wall, and dark.
     *
     * @param name  of the pictures
     * @param whole whether the first picture shows what has to be scrolled to, which takes long for a long page
     */
    static void everybodyCanUse(Browser.Window window, String name, boolean whole) {
        browser.keep(window.page(), name, whole);
        assertEquals(List.of(), browser.inaccessible(window.page()), name);
        window.darken();
        browser.keep(window.page(), name + "-dark", false);
        assertEquals(
                List.of(),
                browser.inaccessible(window.page(), "color-contrast", "link-in-text-block"),
                name + " in the dark");
        assertEquals(0, window.overflowAt(PHONE), name + " on a phone");
        browser.keep(window.page(), name + "-phone", false);
        assertEquals(0, window.overflowAt(WALL), name + " on a wall");
        assertEquals(List.of(), window.complaints(), name);
    }
}
