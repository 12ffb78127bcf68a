package org.w3id.urbis.loader.submission;

import java.time.Instant;
import java.util.Objects;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What is kept of a token: all but its secret, of which there is only a salted hash.
 *
 * @param id      its id, the part between the two underscores of the token; not a secret
 * @param name    who has it; published with what they hand in or accept
 * @param role    what they may do
 * @param created when it was made
 * @param secret  the hash of its secret
 */
public record Token(String id, String name, Role role, Instant created, SecretHash secret) {

    /** Refuses parts that are missing. */
    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(secret, "secret");
    }

    /**
     * Who has it.
     *
     * @return the actor
     */
    public Actor actor() {
        return new Actor(name, role, "token:" + id);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", name);
        json.put("role", role.key());
        json.put("created", created.toString());
        json.put("secret", secret.json());
        return json;
    }

    static Token of(JsonObject json) {
        return new Token(
                json.getString("id"),
                json.getString("name"),
                Role.of(json.getString("role")).orElseThrow(),
                Instant.parse(json.getString("created")),
                SecretHash.of(json.getObj("secret")));
    }
}
