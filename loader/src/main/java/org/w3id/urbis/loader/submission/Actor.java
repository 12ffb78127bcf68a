package org.w3id.urbis.loader.submission;

import java.util.Objects;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Who does something, as far as that is known.
 *
 * @param name what they are called; it is published with what they hand in or accept
 * @param role what they may do
 * @param key  by what they were recognised: {@code token:<id>}, {@code openid:<issuer>#<subject>},
 *             {@code system:<name>} for somebody at the command line, {@code anonymous}; two with the same key are the
 *             same
 */
public record Actor(String name, Role role, String key) {

    private static final String ANONYMOUS = "anonymous";

    /** Refuses parts that are missing. */
    public Actor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Somebody who has not said who they are.
     *
     * @return the actor, who may hand in
     */
    public static Actor anonymous() {
        return new Actor(ANONYMOUS, Role.SUBMITTER, ANONYMOUS);
    }

    /**
     * Somebody who uses the commands on the machine where the data lies, and so may do everything.
     *
     * @param systemUser the name of their account on that machine
     * @param name       what they are called
     * @return the actor
     */
    public static Actor atCommandLine(String systemUser, String name) {
        return new Actor(name, Role.CURATOR, "system:" + systemUser);
    }

    /**
     * Whoever runs this process.
     *
     * @return the actor, called like their account on this machine
     */
    public static Actor ofThisProcess() {
        String user = System.getProperty("user.name");
        return atCommandLine(user, user);
    }

    /**
     * Tells whether two actors are the same person, as far as can be known. Nobody is the same as an anonymous one.
     *
     * @param other the other
     * @return true if they were recognised by the same token, subject or account
     */
    public boolean isSame(Actor other) {
        return key.equals(other.key) && !key.equals(ANONYMOUS);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("name", name);
        json.put("role", role.key());
        json.put("key", key);
        return json;
    }

    static Actor of(JsonObject json) {
        return new Actor(json.getString("name"), Role.of(json.getString("role")).orElseThrow(), json.getString("key"));
    }
}
