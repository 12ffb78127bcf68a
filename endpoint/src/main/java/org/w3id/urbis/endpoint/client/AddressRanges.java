package org.w3id.urbis.endpoint.client;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Some addresses of the Internet Protocol, by ranges.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632, CIDR</a>
 */
public final class AddressRanges {
    /** What {@link #of} reads, for who wrote something else. */
    public static final String SYNTAX =
            "none, any, loopback, private, or ranges such as 192.0.2.0/24 and 2001:db8::/32," + " with commas between";

    private static final Map<String, List<String>> WORDS = Map.of(
            "none", List.of(),
            "any", List.of("0.0.0.0/0", "::/0"),
            "loopback", List.of("127.0.0.0/8", "::1/128"),
            // RFC 1918, 3927, 4193 and 4291: networks that nobody outside can send from.
            "private",
                    List.of(
                            "10.0.0.0/8",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "169.254.0.0/16",
                            "fc00::/7",
                            "fe80::/10"));

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    private record Range(byte[] first, int bits) {
        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            for (int i = 0; i < whole; i++) {
                if (address[i] != first[i]) {
                    return false;
                }
            }
            int rest = Byte.SIZE - bits % Byte.SIZE;
            return rest == Byte.SIZE || (address[whole] & 0xff) >> rest == (first[whole] & 0xff) >> rest;
        }
    }

    /**
     * Reads ranges.
     *
     * @param text as {@link #SYNTAX} says
     * @throws IllegalArgumentException if it is not written so
     */
    public static AddressRanges of(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split("[,\\s]+")) {
            if (!part.isEmpty()) {
                List<String> word = WORDS.get(part.toLowerCase(Locale.ROOT));
                (word == null ? List.of(part) : word).forEach(range -> ranges.add(range(range)));
            }
        }
        return new AddressRanges(ranges);
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        byte[] first = AddressLiteral.read(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text))
                .getAddress();
        int most = first.length * Byte.SIZE;
        // A number that is none is an IllegalArgumentException too.
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text);
        }
        return new Range(first, bits);
    }

    /** Whether an address is among them. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Range range : ranges) {
            if (range.contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
