package org.w3id.urbis.loader.submission;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Something that happened to a submission, or to the tokens, as the log tells it.
 *
 * @param number  the number of its line in the log, from 1
 * @param at      when, to the second
 * @param kind    what happened
 * @param subject the id of the submission, or of the token; for a publication the number of the revision
 * @param by      who did it
 * @param details what else there is to say, by the names that stand as constants here
 */
public record Event(long number, Instant at, Kind kind, String subject, Actor by, Map<String, String> details) {

    /** Why: a sentence of whoever decided. */
    public static final String REASON = "reason";
    /** The name that the file had where it came from. */
    public static final String FILE_NAME = "fileName";
    /** The media type of the file. */
    public static final String MEDIA_TYPE = "mediaType";
    /** The name of the file in the folder of the submission. */
    public static final String ENTRY = "entry";
    /** The size of the file in bytes. */
    public static final String BYTES = "bytes";
    /** The SHA-256 of the file in hexadecimal. */
    public static final String SHA256 = "sha256";
    /** Of a table, the SHA-256 of what it says, kept beside it. */
    public static final String READ_SHA256 = "readSha256";
    /** How many statements the file makes. */
    public static final String STATEMENTS = "statements";
    /** How many warnings the validation gave. */
    public static final String WARNINGS = "warnings";
    /** The id of the submission that this one is to take the place of. */
    public static final String CORRECTS = "corrects";
    /** The hash of the content of a revision. */
    public static final String HASH = "hash";
    /** The name that goes with a token. */
    public static final String NAME = "name";
    /** The role that goes with a token. */
    public static final String ROLE = "role";

    /** What can happen. */
    public enum Kind {
        /** A file came in and is safe. */
        RECEIVED,
        /** A curator took it into the graph: from now on it is part of the truth. */
        ACCEPTED,
        /** A curator refused it. */
        REJECTED,
        /** It was taken back, by who sent it or by a curator. */
        WITHDRAWN,
        /** Who sent it asks for it to be withdrawn, though it is published: that is for a curator to do. */
        WITHDRAWAL_REQUESTED,
        /** A curator lets it stay published. */
        WITHDRAWAL_REFUSED,
        /** A revision is current that holds what was accepted until now, and nothing that was withdrawn until now. */
        PUBLISHED,
        /** Somebody got a token. */
        TOKEN_ADDED,
        /** A token was made worthless. */
        TOKEN_REVOKED;

        /**
         * The name of the kind in the log.
         *
         * @return the name in lower case, with a hyphen between words
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Copies the details. */
    public Event {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * Looks a detail up.
     *
     * @param name its name
     * @return its value; empty if the event has none of that name
     */
    public Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name));
    }

    /** The same event with the number of its line. */
    Event numbered(long line) {
        return new Event(line, at, kind, subject, by, details);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("number", number);
        json.put("at", at.toString());
        json.put("event", kind.key());
        json.put("subject", subject);
        json.put("by", by.json());
        details.forEach(json::put);
        return json;
    }

    /**
     * Reads an event.
     *
     * @throws RuntimeException of any kind if the object is none; whoever asks says where it stands
     */
    static Event of(JsonObject json) {
        Map<String, String> details = new LinkedHashMap<>();
        json.forEach((name, value) -> {
            if (value.isString()) {
                details.put(name, value.getAsString().value());
            }
        });
        details.keySet().removeIf(name -> name.matches("at|event|subject|before|line"));
        return new Event(
                json.getNumber("number").longValue(),
                Instant.parse(json.getString("at")),
                Kind.of(json.getString("event")),
                json.getString("subject"),
                Actor.of(json.getObj("by")),
                details);
    }
}
