package org.w3id.urbis.endpoint.config;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.trust.Certificates;

/** Finds each setting's value in the order stated at {@link Setting}, and checks it. */
final class SettingSource {
    /** Where the launcher says the program lies; paths by default are found from there, wherever it was started. */
    private static final String HOME = "urbis.home";

    private final Map<Setting, String> options;
    private final Map<String, String> properties;
    private final Map<String, String> environment;

    SettingSource(Map<Setting, String> options, Map<String, String> properties, Map<String, String> environment) {
        this.options = options;
        this.properties = properties;
        this.environment = environment;
    }

    private record Found(String value, String origin) {}

    private Found find(Setting setting) {
        if (options.containsKey(setting)) {
            return new Found(options.get(setting).strip(), "option --" + setting.key());
        }
        if (properties.containsKey(setting.property())) {
            return new Found(properties.get(setting.property()).strip(), "system property " + setting.property());
        }
        if (environment.containsKey(setting.variable())) {
            return new Found(environment.get(setting.variable()).strip(), "environment variable " + setting.variable());
        }
        return new Found(setting.byDefault(), "default");
    }

    /** A value as it was given, whether it is allowed or not. */
    String given(Setting setting) {
        return find(setting).value();
    }

    String text(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            throw invalid(setting, found, "not empty");
        }
        return found.value();
    }

    /** The text of a setting without which another makes no sense. */
    String needed(Setting setting, Setting by) {
        return optional(setting).orElseThrow(() -> new InvalidSettingException(by, find(by).origin(), setting));
    }

    /** The text of a setting that need not be there. */
    Optional<String> optional(Setting setting) {
        return Optional.of(find(setting).value()).filter(value -> !value.isEmpty());
    }

    boolean truth(Setting setting) {
        Found found = find(setting);
        if (!found.value().matches("true|false")) {
            throw invalid(setting, found, "true or false");
        }
        return found.value().equals("true");
    }

    /** Scheme, host and perhaps port, as browsers write them, with commas between. */
    Set<String> origins(Setting setting) {
        Found found = find(setting);
        Set<String> origins = new LinkedHashSet<>();
        for (String origin : found.value().split("[,\\s]+")) {
            if (!origin.isEmpty()) {
                if (!origin.matches("https?://[^/?#@\\s]+")) {
                    throw invalid(setting, found, "origins such as https://forms.example, with commas between");
                }
                origins.add(origin.toLowerCase(Locale.ROOT));
            }
        }
        return origins;
    }

    /** Addresses of the Internet Protocol. */
    AddressRanges addresses(Setting setting) {
        Found found = find(setting);
        try {
            return AddressRanges.of(found.value());
        } catch (IllegalArgumentException notAddresses) {
            throw invalid(setting, found, AddressRanges.SYNTAX);
        }
    }

    /** One of some words, as whatever it stands for. */
    <T> T word(Setting setting, Map<String, T> words) {
        Found found = find(setting);
        T value = words.get(found.value().toLowerCase(Locale.ROOT));
        if (value == null) {
            throw invalid(setting, found, "one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return value;
    }

    /** Scheme, host and perhaps port, without a slash at the end; empty if it is not set. */
    Optional<String> origin(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            return Optional.empty();
        }
        String origin = found.value().replaceFirst("/$", "");
        if (!origin.matches("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?")) {
            throw invalid(setting, found, "scheme and host, perhaps with a port, such as https://data.example");
        }
        return Optional.of(origin);
    }

    /** The address of an endpoint by http or https, without credentials in it; empty if it is not set. */
    Optional<URI> endpoint(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            return Optional.empty();
        }
        String allowed = "an http or https address without credentials or fragment, such as"
                + " http://localhost:7200/repositories/urbis";
        try {
            URI address = URI.create(found.value());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!http || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
                throw invalid(setting, found, allowed);
            }
            return Optional.of(address);
        } catch (IllegalArgumentException notAnAddress) {
            throw invalid(setting, found, allowed);
        }
    }

    /** The address of tiles, with places for their numbers; empty if it is not set. */
    Optional<String> tiles(Setting setting) {
        Found found = find(setting);
        if (!found.value().isEmpty() && TileConfig.origin(found.value()).isEmpty()) {
            throw invalid(
                    setting,
                    found,
                    "an http or https address with {z}, {x} and {y} behind its host and no other braces, such as"
                            + " https://tiles.example/{z}/{x}/{y}.png");
        }
        return optional(setting);
    }

    /**
     * The value of a header Authorization from the first line of a file, found from the data directory: a user and password
     * with a colon between, or a scheme such as Bearer and what follows it. Empty if it is not set.
     */
    Optional<String> secret(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = path(Setting.DATA).resolve(found.value());
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.matches("[A-Za-z]+ [\\x21-\\x7e]+")) {
                return Optional.of(line);
            }
            if (line.contains(":")) {
                byte[] pair = line.getBytes(StandardCharsets.UTF_8);
                return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw invalid(setting, found, "the path of a file that can be read");
        }
        throw invalid(setting, found, "a file whose first line is user:password, or Bearer and a token");
    }

    /** What trusts the certificates of a file; empty if none is named. */
    Optional<SSLContext> certificates(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Certificates.of(path(Setting.DATA).resolve(found.value())));
        } catch (IOException | GeneralSecurityException | InvalidPathException unusable) {
            throw invalid(setting, found, "a file of certificates in PEM that can be read");
        }
    }

    /** An address that is safe to trust: https, or http on this machine. */
    URI trusted(Setting setting) {
        Found found = find(setting);
        try {
            URI address = URI.create(found.value());
            boolean here = "http".equals(address.getScheme())
                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
            if (!"https".equals(address.getScheme()) && !here || address.getHost() == null) {
                throw invalid(setting, found, "an https address");
            }
            return address;
        } catch (IllegalArgumentException notAnAddress) {
            throw invalid(setting, found, "an https address");
        }
    }

    int integer(Setting setting, long least, long most) {
        return Math.toIntExact(number(setting, least, most));
    }

    long number(Setting setting, long least, long most) {
        Found found = find(setting);
        String allowed = "a whole number from " + least + " to " + most;
        try {
            long value = Long.parseLong(found.value());
            if (value < least || value > most) {
                throw invalid(setting, found, allowed);
            }
            return value;
        } catch (NumberFormatException notANumber) {
            throw invalid(setting, found, allowed);
        }
    }

    Path path(Setting setting) {
        String value = text(setting);
        try {
            boolean byDefault = value.equals(setting.byDefault()) && properties.containsKey(HOME);
            Path path = byDefault ? Path.of(properties.get(HOME)).resolve(value) : Path.of(value);
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw invalid(setting, find(setting), "a path of this machine");
        }
    }

    URI baseIri(Setting setting) {
        Found found = find(setting);
        String allowed = "an absolute http or https IRI that ends in a slash and has no query or fragment";
        try {
            URI iri = URI.create(found.value());
            boolean http = "http".equals(iri.getScheme()) || "https".equals(iri.getScheme());
            if (!http
                    || iri.getHost() == null
                    || iri.getRawQuery() != null
                    || iri.getRawFragment() != null
                    || !found.value().endsWith("/")) {
                throw invalid(setting, found, allowed);
            }
            return iri;
        } catch (IllegalArgumentException notAnIri) {
            throw invalid(setting, found, allowed);
        }
    }

    private static InvalidSettingException invalid(Setting setting, Found found, String allowed) {
        return new InvalidSettingException(setting, found.origin(), found.value(), allowed);
    }
}
