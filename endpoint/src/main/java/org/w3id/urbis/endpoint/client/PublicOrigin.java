package org.w3id.urbis.endpoint.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of this server in links. A client can write anything into the header Host, and an answer made for it may be
 * kept for others; so the header is taken up only if it names this machine.
 */
final class PublicOrigin {
    private static final Logger LOG = LoggerFactory.getLogger(PublicOrigin.class);
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final String LOCALHOST = "localhost";

    private final Optional<String> publicUrl;
    private final String machine = machine();
    private final AtomicBoolean isTold = new AtomicBoolean();

    /**
     * Prepares to name this server.
     *
     * @param publicUrl the address that is set, without a slash at the end; empty if none is
     */
    PublicOrigin(Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException nameless) {
            return LOCALHOST;
        }
    }

    /**
     * The address for links.
     *
     * @param host  the header Host; empty if there is none
     * @param local this end of the connection
     */
    String of(String host, InetSocketAddress local) {
        if (publicUrl.isPresent()) {
            return publicUrl.get();
        }
        if (isOurs(host, local.getAddress())) {
            return "http://" + host;
        }
        String own = "http://" + literal(local.getAddress()) + ":" + local.getPort();
        if (!host.isEmpty() && isTold.compareAndSet(false, true)) {
            LOG.warn(
                    "A request named another host than this machine; links in its answer begin with {}. If this server"
                            + " is found under a name, set public-url.",
                    own);
        }
        return own;
    }

    private boolean isOurs(String host, InetAddress local) {
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || name.equals(machine)
                || AddressLiteral.read(name)
                        .filter(address -> address.isLoopbackAddress() || address.equals(local))
                        .isPresent();
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return address instanceof Inet6Address ? "[" + bare + "]" : bare;
    }
}
