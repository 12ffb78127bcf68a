package org.w3id.urbis.endpoint.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What it took to show a page that nothing was kept of.
 *
 * @param answered when the first byte of the page came, in milliseconds after it was asked for
 * @param drawn    when the first of it was drawn
 * @param bytes    how many came in all, as they were sent, with headers
 * @param places   the addresses of all that was fetched
 */
record Loading(double answered, double drawn, long bytes, List<String> places) {
    private static final String ENTRIES = """
        () => {
          const [page] = performance.getEntriesByType('navigation');
          const fetched = performance.getEntriesByType('resource');
          return {
            answered: page.responseStart,
            drawn: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            bytes: fetched.reduce((sum, one) => sum + one.transferSize, page.transferSize),
            places: [page, ...fetched].map(one => one.name),
          };
        }
        """;

    /** Opens a page in a window that has kept nothing, and waits until it has all that it asks for. */
    static Loading of(Browser.Window window, String address) {
        Page page = window.page();
        page.navigate(address);
        page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        Map<?, ?> told = (Map<?, ?>) page.evaluate(ENTRIES);
        return new Loading(
                ((Number) told.get("answered")).doubleValue(),
                ((Number) told.get("drawn")).doubleValue(),
                ((Number) told.get("bytes")).longValue(),
                ((List<?>) told.get("places")).stream().map(Object::toString).toList());
    }
}
