package org.w3id.urbis.endpoint.client;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header by which proxies say for whom they ask. Only one is read: a client can write the other one itself. */
public enum ForwardingHeader {
    /** Addresses with commas between. */
    X_FORWARDED_FOR(HeaderNames.X_FORWARDED_FOR) {
        @Override
        List<String> addresses(String value) {
            return Arrays.stream(value.split(",")).map(String::strip).toList();
        }
    },
    /** RFC 7239: elements with commas between, each with pairs of a name and a value. */
    FORWARDED(HeaderNames.FORWARDED) {
        @Override
        List<String> addresses(String value) {
            List<String> addresses = new ArrayList<>();
            for (String element : elements(value)) {
                Matcher pair = FOR.matcher(element);
                addresses.add(pair.find() ? pair.group(1).replace("\"", "") : "");
            }
            return addresses;
        }
    };

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=(\"[^\"]*\"|[^;\\s]*)");

    private final HeaderName headerName;

    ForwardingHeader(HeaderName headerName) {
        this.headerName = headerName;
    }

    HeaderName headerName() {
        return headerName;
    }

    /** Its addresses, that nearest to us last; text that is no address for one that is not told. */
    abstract List<String> addresses(String value);

    /** The parts between commas that do not stand within quotation marks. */
    private static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        boolean isQuoted = false;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            isQuoted ^= c == '"';
            if (c == ',' && !isQuoted) {
                elements.add(value.substring(from, i));
                from = i + 1;
            }
        }
        elements.add(value.substring(from));
        return elements;
    }

    /** The header of a name in lower case; empty if it is neither. */
    public static Optional<ForwardingHeader> of(String name) {
        return Arrays.stream(values())
                .filter(header -> header.key().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Its name in lower case. */
    public String key() {
        return headerName.lowerCase();
    }
}
