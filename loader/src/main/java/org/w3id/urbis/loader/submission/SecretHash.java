package org.w3id.urbis.loader.submission;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The salted hash of a secret, slow on purpose: PBKDF2 with HMAC-SHA-256.
 *
 * @param salt       16 random bytes in hexadecimal
 * @param iterations how many rounds
 * @param hash       32 bytes in hexadecimal
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, section 5.2</a>
 */
record SecretHash(String salt, int iterations, String hash) {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    static SecretHash of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new SecretHash(
                HexFormat.of().formatHex(salt), ITERATIONS, HexFormat.of().formatHex(derive(secret, salt, ITERATIONS)));
    }

    /** Compares in a time that does not depend on where the difference is. */
    boolean fits(String secret) {
        byte[] derived = derive(secret, HexFormat.of().parseHex(salt), iterations);
        return MessageDigest.isEqual(derived, HexFormat.of().parseHex(hash));
    }

    private static byte[] derive(String secret, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("salt", salt);
        json.put("iterations", iterations);
        json.put("hash", hash);
        return json;
    }

    static SecretHash of(JsonObject json) {
        return new SecretHash(
                json.getString("salt"), json.getNumber("iterations").intValue(), json.getString("hash"));
    }
}
