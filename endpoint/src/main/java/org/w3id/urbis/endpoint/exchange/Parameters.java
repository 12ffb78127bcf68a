package org.w3id.urbis.endpoint.exchange;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * The parameters of a query string or of a posted form ({@code application/x-www-form-urlencoded}, UTF-8).
 *
 * @param values all values of each name, in order
 */
public record Parameters(Map<String, List<String>> values) {

    /**
     * Reads encoded parameters.
     *
     * @param encoded several texts of {@code name=value} joined by {@code &}, each perhaps empty
     * @throws ProblemException if a percent-encoding is broken or is no UTF-8
     */
    public static Parameters of(String... encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String text : encoded) {
            for (String pair : text.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
                }
            }
        }
        return new Parameters(values);
    }

    /** Only those with some names. */
    Parameters only(Set<String> names) {
        Map<String, List<String>> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(names);
        return new Parameters(some);
    }

    /** All values of a parameter, none if it is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter that may be given once.
     *
     * @throws ProblemException if it is given twice
     */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw Problem.parameter(name, ProblemDetail.TWICE, name).exception();
        }
        return all.stream().findFirst();
    }

    private static String decode(String encoded) {
        try {
            // The decoder puts a replacement character where bytes are no UTF-8; going through Latin-1 keeps the bytes.
            byte[] bytes = URLDecoder.decode(utf8AsLatin1(encoded), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return strictUtf8(bytes);
        } catch (IllegalArgumentException brokenEncoding) {
            throw Problem.of(ProblemType.BAD_REQUEST, ProblemDetail.ENCODING).exception(brokenEncoding);
        }
    }

    private static String utf8AsLatin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes UTF-8, refusing what is none.
     *
     * @throws ProblemException if the bytes are no UTF-8
     */
    public static String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Problem.of(ProblemType.BAD_REQUEST, ProblemDetail.NOT_UTF8).exception(notUtf8);
        }
    }
}
