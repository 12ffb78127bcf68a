package org.w3id.urbis.endpoint.negotiation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strong entity tag: equal tags, equal bytes. RFC 9110, section 8.8.3.
 *
 * @param value as it stands in the header, in double quotes
 */
public record EntityTag(String value) {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /**
     * The tag of an answer that depends on nothing but these.
     *
     * @param revisionHash hash of the revision answered from
     * @param parts        everything else that decides the bytes: path or query, media type, languages
     */
    public static EntityTag of(String revisionHash, String... parts) {
        MessageDigest digest = sha256();
        digest.update(revisionHash.getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            // A zero byte occurs in none of the parts, so that no two lists of parts run together to the same bytes.
            digest.update((byte) 0);
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return new EntityTag("\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"");
    }

    /** The tag of the same answer under a content coding, which is another representation. RFC 9110, section 8.8.3.3. */
    public EntityTag coded(String coding) {
        return new EntityTag(value.substring(0, value.length() - 1) + "-" + coding + "\"");
    }

    /** Whether an If-None-Match header names this tag, or any by {@code *}; comparison is weak, as that header asks. */
    public boolean matches(String ifNoneMatch) {
        return matches(ifNoneMatch, true);
    }

    /** Whether an If-Match header names this tag, or any by {@code *}; comparison is strong, as that header asks. */
    public boolean matchesStrongly(String ifMatch) {
        return matches(ifMatch, false);
    }

    private boolean matches(String header, boolean weakly) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(2).equals(value) && (weakly || tags.group(1) == null)) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
