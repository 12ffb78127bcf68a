package org.w3id.urbis.endpoint.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What it took to show a page that nothing was kept of; times are milliseconds after it was asked for.
 *
 * @param answered when the first byte of the page came
 * @param begun    when the first of it was drawn
 * @param drawn    when the largest thing in sight was drawn and nothing moved any more
 * @param busy     for how many milliseconds the page's thread was kept from answering its reader, in pieces longer than fifty
 * @param bytes    how many came in all, as they were sent, with headers
 * @param places   the addresses of all that was fetched
 */
record Loading(double answered, double begun, double drawn, double busy, long bytes, List<String> places) {
    private static final String ENTRIES = """
        () => {
          const seen = type => {
            const observer = new PerformanceObserver(() => {});
            observer.observe({type, buffered: true});
            return observer.takeRecords();
          };
          const last = entries => Math.max(0, ...entries.map(entry => entry.startTime));
          const [page] = performance.getEntriesByType('navigation');
          const [begun] = performance.getEntriesByName('first-contentful-paint');
          const fetched = performance.getEntriesByType('resource');
          return {
            answered: page.responseStart,
            begun: begun.startTime,
            drawn: Math.max(begun.startTime, last(seen('largest-contentful-paint')), last(seen('layout-shift'))),
            busy: seen('longtask').reduce((sum, task) => sum + task.duration, 0),
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
                number(told, "answered"),
                number(told, "begun"),
                number(told, "drawn"),
                number(told, "busy"),
                (long) number(told, "bytes"),
                ((List<?>) told.get("places")).stream().map(Object::toString).toList());
    }

    private static double number(Map<?, ?> told, String name) {
        return ((Number) told.get(name)).doubleValue();
    }
}
