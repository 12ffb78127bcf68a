package org.w3id.urbis.loader.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.w3id.urbis.loader.publication.DurableFiles;
import org.w3id.urbis.loader.submission.Event.Kind;

/**
 * The tokens by which submitters and curators are known.
 *
 * <p>A token reads {@code urbis_<id>_<secret>}: 8 and 64 hexadecimal digits. The secret is shown once and kept only as a
 * salted hash. Checking one costs some tenths of a second the first time and next to nothing after that, for as long as
 * this object lives and the file of tokens stays as it is. What another process adds or revokes counts from the next
 * check on.
 */
public final class Tokens {

    private static final Pattern FORM = Pattern.compile("urbis_([0-9a-f]{8})_([0-9a-f]{64})");
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;
    private static final int MOST_REMEMBERED = 1_000;

    private final Submissions submissions;
    private final Path file;
    private final Map<String, Token> checked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private Object stamp = "";
    private List<Token> tokens = List.of();

    /**
     * Looks into a data directory.
     *
     * @param data        its path; it need not exist
     * @param submissions the submissions of the same directory, in whose log it is written who got a token
     */
    public Tokens(Path data, Submissions submissions) {
        this.file = data.resolve("submissions").resolve("tokens.json");
        this.submissions = submissions;
    }

    /**
     * A token that was just made.
     *
     * @param token what is kept of it
     * @param text  the token itself, to be handed to whom it is for; it cannot be had again
     */
    public record Fresh(Token token, String text) {}

    /**
     * Makes a token.
     *
     * @param name who gets it; published with what they hand in or accept
     * @param role what they may do
     * @param by   who makes it
     * @return the token with its secret
     * @throws UnwritableException if the disk refuses
     */
    public Fresh add(String name, Role role, Actor by) {
        String id = random(ID_BYTES);
        String secret = random(SECRET_BYTES);
        Token token = new Token(id, name.strip(), role, submissions.now(), SecretHash.of(secret));
        Map<String, String> details = Map.of(Event.NAME, token.name(), Event.ROLE, role.key());
        submissions.token(Kind.TOKEN_ADDED, id, by, details, () -> {
            List<Token> longer = new ArrayList<>(read());
            longer.add(token);
            write(longer);
        });
        return new Fresh(token, "urbis_" + id + "_" + secret);
    }

    /**
     * Makes a token worthless.
     *
     * @param id its id
     * @param by who does so
     * @return the token that was; empty if there is none of that id
     * @throws UnwritableException if the disk refuses
     */
    public Optional<Token> revoke(String id, Actor by) {
        Optional<Token> revoked =
                list().stream().filter(token -> token.id().equals(id)).findFirst();
        revoked.ifPresent(token -> submissions.token(
                Kind.TOKEN_REVOKED,
                id,
                by,
                Map.of(Event.NAME, token.name()),
                () -> write(
                        read().stream().filter(other -> !other.id().equals(id)).toList())));
        return revoked;
    }

    /**
     * Lists the tokens.
     *
     * @return the tokens, oldest first
     * @throws DamagedLogException if their file is not what was written
     */
    public List<Token> list() {
        return read();
    }

    /**
     * Finds out whose token it is.
     *
     * @param text what was shown
     * @return who has it; empty if it is no token that counts
     * @throws DamagedLogException if the file of tokens is not what was written
     */
    public Optional<Actor> whose(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String fingerprint = Sha256.of(text);
        Optional<Token> known = known(fingerprint);
        if (known.isEmpty()) {
            // Outside of any lock: it takes long, and others need not wait for it.
            known = current().stream()
                    .filter(token -> token.id().equals(form.group(1)))
                    .filter(token -> token.secret().fits(form.group(2)))
                    .findFirst();
            known.ifPresent(token -> remember(fingerprint, token));
        }
        return known.map(Token::actor);
    }

    /**
     * Finds out whose token it is if it has been checked before, without any effort.
     *
     * @param text what was shown
     * @return who has it; empty if it was not checked yet, or counts no more
     * @throws DamagedLogException if the file of tokens is not what was written
     */
    public Optional<Actor> remembered(String text) {
        return known(Sha256.of(text)).map(Token::actor);
    }

    private synchronized Optional<Token> known(String fingerprint) {
        current();
        return Optional.ofNullable(checked.get(fingerprint));
    }

    /** Remembers only what still counts: it may have been revoked while it was being checked. */
    private synchronized void remember(String fingerprint, Token token) {
        if (current().contains(token)) {
            checked.put(fingerprint, token);
        }
    }

    /** The tokens, read again if the file has changed; then nothing that was remembered counts any more. */
    private synchronized List<Token> current() {
        Object now = stampOfFile();
        if (!now.equals(stamp)) {
            checked.clear();
            tokens = read();
            stamp = now;
        }
        return tokens;
    }

    /** Each writing makes a new file, which has another key, or at least another time. */
    private Object stampOfFile() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            throw new DamagedLogException("Cannot read " + file, e);
        }
    }

    private List<Token> read() {
        try {
            return JSON.parse(Files.readString(file))
                    .getArray("tokens")
                    .map(JsonValue::getAsObject)
                    .map(Token::of)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | JsonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            throw new DamagedLogException(file + " is not the file of tokens", e);
        }
    }

    /** Writes a file that only its owner can read, and puts it in the place of the old one in one step. */
    private void write(List<Token> all) {
        JsonArray array = new JsonArray();
        all.forEach(token -> array.add(token.json()));
        JsonObject json = new JsonObject();
        json.put("tokens", array);
        Path fresh = file.resolveSibling("tokens.json.new");
        try {
            Files.deleteIfExists(fresh);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, json + "\n", StandardCharsets.UTF_8);
            DurableFiles.sync(fresh);
            DurableFiles.move(fresh, file);
        } catch (IOException e) {
            throw new UnwritableException("Cannot write " + file, e);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
