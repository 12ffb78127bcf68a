package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Requests that are put to a server over and over.
 *
 * @param addresses what follows the path of the service, each in turn: percent-encoded, from the question mark on or empty
 * @param headers   sent with each
 * @param neverTwice whether a comment that is new each time is put after each address, which must then end in a query
 */
public record Workload(List<String> addresses, Map<String, String> headers, boolean neverTwice) {
    /** The beginning of a comment in SPARQL, on a line of its own. */
    private static final String COMMENT = "%0A%23";

    /** Copies what it is given. */
    public Workload {
        addresses = List.copyOf(addresses);
        headers = Map.copyOf(headers);
    }

    /** Queries asked again and again, or, with {@code neverTwice}, each made new by a comment. */
    public static Workload queries(List<String> queries, String mediaType, boolean neverTwice) {
        List<String> addresses = queries.stream()
                .map(query -> "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .toList();
        return new Workload(addresses, Map.of("Accept", mediaType), neverTwice);
    }

    /** One address asked for again and again. */
    public static Workload same(Map<String, String> headers) {
        return new Workload(List.of(""), headers, false);
    }

    /**
     * Writes it down as {@code wrk} reads it.
     *
     * @param folder  where to
     * @param service path of the service on the server
     * @param run     text that no other run has, so that its comments are new
     * @return the script
     */
    Path script(Path folder, String service, String run) throws IOException {
        Path list = folder.resolve("requests-" + run + ".txt");
        Files.write(list, addresses.stream().map(address -> service + address).toList());
        String fields = new TreeMap<>(headers)
                .entrySet().stream()
                        .map(header -> "[" + quoted(header.getKey()) + "] = " + quoted(header.getValue()))
                        .collect(Collectors.joining(", "));
        Path script = folder.resolve("requests-" + run + ".lua");
        Files.writeString(
                script, """
                    local headers = { %s }
                    local addresses, at = {}, 0
                    for line in io.lines(%s) do addresses[#addresses + 1] = line end
                    request = function()
                      at = at + 1
                      local address = addresses[(at - 1) %% #addresses + 1]
                      if %s then address = address .. %s .. at end
                      return wrk.format("GET", address, headers)
                    end
                    """.formatted(fields, quoted(list.toString()), neverTwice, quoted(COMMENT + run + "-")));
        return script;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
