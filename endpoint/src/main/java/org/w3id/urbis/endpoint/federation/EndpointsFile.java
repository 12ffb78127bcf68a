package org.w3id.urbis.endpoint.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.net.ssl.SSLSocketFactory;
import org.apache.jena.graph.Graph;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.trust.Certificates;

/**
 * Reads which endpoints there are: those that ship, and the operator's file {@code federation.properties}, which can add
 * some and change any. A line is {@code <name>.<what> = <value>}.
 */
final class EndpointsFile {
    private static final String SHIPPED = "/urbis/federation.properties";
    private static final Set<String> KEYS = Set.of(
            "title",
            "address",
            "source",
            "covers",
            "reach",
            "trust",
            "timeout",
            "rows",
            "bytes",
            "concurrent",
            "batch",
            "fresh",
            "mirror",
            "copy",
            "prefer");
    private static final String LINE =
            "a line <name>.<what>, where <name> is of a-z, 0-9 and dashes and <what> is one of "
                    + String.join(", ", new TreeSet<>(KEYS));
    private static final int MOST_BYTES = 1 << 30;

    private final String name;
    private final Map<String, String> values;
    private final Path folder;
    /** The address, if it was the operator who wrote it. */
    private final boolean isOwnAddress;

    private EndpointsFile(String name, Map<String, String> values, Path folder, boolean isOwnAddress) {
        this.name = name;
        this.values = values;
        this.folder = folder;
        this.isOwnAddress = isOwnAddress;
    }

    /**
     * Reads all endpoints.
     *
     * @throws InvalidSettingException if a line cannot be used, or an endpoint is to be turned on that is not there or has
     *                                 no address
     */
    static RemoteEndpoints read(FederationConfig config) {
        Map<String, Map<String, String>> lines = new LinkedHashMap<>();
        split(shipped(), lines);
        Properties own = own(config.file());
        split(own, lines);
        Set<String> unknown = new TreeSet<>(config.on());
        unknown.removeAll(lines.keySet());
        if (!unknown.isEmpty()) {
            throw new InvalidSettingException(
                    "federation",
                    "names of endpoints",
                    String.join(", ", unknown),
                    "one or more of " + String.join(", ", lines.keySet()) + ", or none");
        }
        List<RemoteEndpoint> endpoints = new ArrayList<>();
        Path folder = config.file().toAbsolutePath().getParent();
        lines.forEach((name, values) ->
                endpoints.add(new EndpointsFile(name, values, folder, own.containsKey(name + ".address"))
                        .endpoint(config.on().contains(name))));
        return new RemoteEndpoints(endpoints);
    }

    private static Properties shipped() {
        try (InputStream in = EndpointsFile.class.getResourceAsStream(SHIPPED);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private static Properties own(Path file) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidSettingException(
                    "federation",
                    file.toString(),
                    String.valueOf(unreadable.getMessage()),
                    "a readable file of lines <name>.<what> = <value> in UTF-8");
        }
    }

    private static void split(Properties properties, Map<String, Map<String, String>> lines) {
        Map<String, String> sorted = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> sorted.put(key, properties.getProperty(key).strip()));
        sorted.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0
                    || !key.substring(0, dot).matches("[a-z][a-z0-9-]{0,40}")
                    || !KEYS.contains(key.substring(dot + 1))) {
                throw new InvalidSettingException("federation", "federation.properties", key, LINE);
            }
            lines.computeIfAbsent(key.substring(0, dot), none -> new LinkedHashMap<>())
                    .put(key.substring(dot + 1), value);
        });
    }

    private RemoteEndpoint endpoint(boolean isOn) {
        Optional<URI> address = text("address").map(this::address);
        boolean isMirrorFirst = text("prefer").map(this::mirrorFirst).orElse(false);
        if (isOn && address.isEmpty() && !isMirrorFirst) {
            throw invalid("address", "", "the address at which the endpoint answers, because it is turned on");
        }
        if (isMirrorFirst && text("mirror").isEmpty() && text("copy").isEmpty()) {
            throw invalid("mirror", "", "the IRI of a graph, or files as copy, because the mirror is preferred");
        }
        return new RemoteEndpoint(
                name,
                text("title").orElse(name),
                address,
                isOwnAddress ? Optional.empty() : text("source").map(URI::create),
                text("covers").orElse(""),
                isOn,
                reach(address),
                text("trust").map(this::trusting).orElseGet(Certificates::known),
                new RemoteEndpoint.Limits(
                        Duration.ofSeconds(number("timeout", 15, 1, 600)),
                        number("rows", 50_000, 1, 10_000_000),
                        number("bytes", 16 << 20, 1024, MOST_BYTES),
                        number("concurrent", 4, 1, 100),
                        number("batch", 100, 1, 10_000)),
                text("fresh").map(seconds -> Duration.ofSeconds(number("fresh", 0, 0, 31_536_000))),
                text("mirror"),
                text("copy").filter(any -> isOn).map(this::copied),
                isMirrorFirst);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    private URI address(String text) {
        String allowed = "an absolute http or https address without user name, password and fragment";
        try {
            URI address = new URI(text);
            boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!isHttp
                    || address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null) {
                throw invalid("address", address.getRawUserInfo() == null ? text : "(not shown)", allowed);
            }
            return address;
        } catch (URISyntaxException noAddress) {
            throw invalid("address", text, allowed);
        }
    }

    /** Who writes an address of this machine or of the network around it by its number has allowed just that one. */
    private AddressRanges reach(Optional<URI> address) {
        String ranges = text("reach").orElse("none");
        String host = address.map(URI::getHost).orElse("").replaceAll("[\\[\\]]", "");
        String implied = "";
        if (isOwnAddress && host.equals("localhost")) {
            implied = ", loopback";
        } else if (isOwnAddress && host.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            implied = ", " + host;
        }
        try {
            AddressRanges.of(implied);
        } catch (IllegalArgumentException noNumber) {
            throw invalid("address", host, "a host by its name, or by its number as in 192.0.2.1 or [2001:db8::1]");
        }
        try {
            return AddressRanges.of(ranges + implied);
        } catch (IllegalArgumentException noRanges) {
            throw invalid("reach", ranges, AddressRanges.SYNTAX);
        }
    }

    private SSLSocketFactory trusting(String file) {
        try {
            return Certificates.of(folder.resolve(file)).getSocketFactory();
        } catch (IOException | GeneralSecurityException | InvalidPathException unusable) {
            throw invalid(
                    "trust",
                    file + " (" + unusable.getMessage() + ")",
                    "a readable file of certificates in PEM, found from the folder of this file");
        }
    }

    private Graph copied(String files) {
        try {
            return CopiedFiles.read(folder, files);
        } catch (IOException | InvalidPathException unusable) {
            throw invalid(
                    "copy",
                    files + " (" + unusable.getMessage() + ")",
                    "readable files of Turtle, N-Triples or RDF/XML with commas between, found from the folder of this"
                            + " file");
        }
    }

    private boolean mirrorFirst(String word) {
        if (!word.matches("remote|mirror")) {
            throw invalid("prefer", word, "remote or mirror");
        }
        return word.equals("mirror");
    }

    private int number(String key, int byDefault, int least, int most) {
        String text = values.getOrDefault(key, "");
        if (text.isEmpty()) {
            return byDefault;
        }
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw invalid(key, text, "a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private InvalidSettingException invalid(String key, String value, String allowed) {
        return new InvalidSettingException(name + "." + key, "federation.properties", value, allowed);
    }
}
