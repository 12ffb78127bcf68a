package org.w3id.urbis.endpoint.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the Internet Protocol as text. Names are never looked up. */
final class AddressLiteral {
    private static final Pattern FOUR = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");
    private static final Pattern SIX_WITH_PORT = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int LARGEST_BYTE = 255;

    private AddressLiteral() {}

    /**
     * Reads an address of version 4 or 6; of version 6 perhaps in brackets; perhaps with a port, which is passed over.
     *
     * @return the address; empty if the text is none
     */
    static Optional<InetAddress> read(String text) {
        Matcher four = FOUR.matcher(text);
        if (four.matches()) {
            boolean bytes =
                    Arrays.stream(four.group(1).split("\\.")).allMatch(part -> Integer.parseInt(part) <= LARGEST_BYTE);
            return bytes ? parsed(four.group(1)) : Optional.empty();
        }
        Matcher six = SIX_WITH_PORT.matcher(text);
        if (six.matches()) {
            return read6(six.group(1));
        }
        return read6(text);
    }

    private static Optional<InetAddress> read6(String text) {
        return SIX.matcher(text).matches() ? parsed(text) : Optional.empty();
    }

    /** What reaches this has digits and dots, or a colon; such text is no name, so that nobody is asked for it. */
    private static Optional<InetAddress> parsed(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
