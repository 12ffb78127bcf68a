package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The header Vary: which headers of the request the choice of the answer depends on. */
final class Variation {
    /** There are few different ones, and making one anew for each answer costs more than looking it up. */
    private static final Map<String, Header> KNOWN = new ConcurrentHashMap<>();

    private Variation() {}

    /**
     * Adds names to those that are there.
     *
     * @param names names of headers with commas between
     */
    static void add(ServerResponse response, String names) {
        String now = response.headers().contains(HeaderNames.VARY)
                ? response.headers().get(HeaderNames.VARY).get()
                : "";
        String all = merge(now, names);
        if (!all.equals(now)) {
            response.header(KNOWN.computeIfAbsent(all, value -> HeaderValues.createCached(HeaderNames.VARY, value)));
        }
    }

    private static String merge(String now, String names) {
        if (now.isEmpty()) {
            return names;
        }
        String all = now;
        for (String name : names.split(",")) {
            if (!has(all, name.strip())) {
                all = all + ", " + name.strip();
            }
        }
        return all;
    }

    private static boolean has(String all, String name) {
        int at = all.indexOf(name);
        // Accept is also the beginning of Accept-Language.
        while (at >= 0) {
            int end = at + name.length();
            if ((end == all.length() || all.charAt(end) == ',') && (at == 0 || all.charAt(at - 1) == ' ')) {
                return true;
            }
            at = all.indexOf(name, end);
        }
        return false;
    }
}
