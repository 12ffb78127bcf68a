package org.w3id.urbis.loader.names;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How identifiers and codes are written in the index, so that {@code AT GRZ} and {@code ATGRZ}, or the IRI of a GeoNames
 * place and its number, are found as the same.
 */
public final class Codes {

    private Codes() {}

    /**
     * The code by itself: lower-case letters and digits.
     *
     * @param code a code, an identifier or an IRI
     * @return its letters and digits; of an IRI the host name and all that follows, without scheme and {@code www.}
     */
    public static String plain(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://(www\\.)?", "");
        return lower.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * A code that counts only as the value of one property.
     *
     * @param property IRI of the property, such as {@code …#iso3166Alpha2}
     * @param code     the code
     */
    public static String of(String property, String code) {
        return property + "=" + plain(code);
    }

    /**
     * All that an outside identifier is found by.
     *
     * @param iri the IRI of the same thing elsewhere
     * @return the IRI, and its last part, which is what people copy into tables
     */
    static Set<String> ofIri(String iri) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(plain(iri));
        String trimmed = iri.replaceFirst("[/#]+$", "");
        String last = trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')) + 1);
        codes.add(plain(last));
        return codes;
    }

    /**
     * The host of a website.
     *
     * @param address as printed, with or without a scheme
     * @return the host without {@code www.} as {@link #plain} writes it, or empty if there is none
     */
    public static Optional<String> host(String address) {
        String whole = address.contains("://") ? address.strip() : "http://" + address.strip();
        try {
            return Optional.ofNullable(URI.create(whole).getHost())
                    .map(host -> plain("http://" + host))
                    .filter(host -> !host.isEmpty());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
