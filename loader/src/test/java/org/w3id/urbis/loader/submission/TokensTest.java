package org.w3id.urbis.loader.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.submission.Event.Kind;

class TokensTest {

    @TempDir
    private Path data;

    private Submissions submissions;
    private Tokens tokens;

    @BeforeEach
    void look() {
        submissions = new Submissions(data, Clock.systemUTC());
        tokens = new Tokens(data, submissions);
    }

    @Test
    void aTokenTellsWhoHasItAndIsNowhereOnTheDisk() throws IOException {
        Tokens.Fresh fresh = tokens.add("UN-Habitat, secrétariat", Role.CURATOR, Handed.CLARA);
        assertTrue(fresh.text().matches("urbis_[0-9a-f]{8}_[0-9a-f]{64}"), fresh.text());
        Tokens other = new Tokens(data, new Submissions(data, Clock.systemUTC()));
        Actor actor = other.whose(fresh.text()).orElseThrow();
        assertEquals(
                new Actor(
                        "UN-Habitat, secrétariat",
                        Role.CURATOR,
                        "token:" + fresh.token().id()),
                actor);
        assertEquals(Optional.of(actor), other.whose(fresh.text()));
        assertEquals(List.of(fresh.token()), other.list());

        String secret = fresh.text().substring(fresh.text().lastIndexOf('_') + 1);
        Path file = data.resolve("submissions").resolve("tokens.json");
        assertFalse(Files.readString(file).contains(secret));
        assertFalse(Files.readString(data.resolve("submissions").resolve("log.jsonl"))
                .contains(secret));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatIsNotExactlyATokenIsNobodys() {
        String text = tokens.add("A", Role.SUBMITTER, Handed.CLARA).text();
        char last = text.charAt(text.length() - 1);
        String wrong = text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
        for (String other :
                List.of(wrong, text + "0", text.toUpperCase(), "", "urbis_" + "0".repeat(8) + "_" + "0".repeat(64))) {
            assertEquals(Optional.empty(), tokens.whose(other), other);
        }
    }

    @Test
    void aRevokedTokenCountsNoMoreEvenWhereItIsRemembered() {
        Tokens.Fresh fresh = tokens.add("A", Role.SUBMITTER, Handed.CLARA);
        assertTrue(tokens.whose(fresh.text()).isPresent());
        Tokens other = new Tokens(data, new Submissions(data, Clock.systemUTC()));
        assertEquals(Optional.of(fresh.token()), other.revoke(fresh.token().id(), Handed.CLARA));
        assertEquals(Optional.empty(), other.revoke(fresh.token().id(), Handed.CLARA));
        assertEquals(Optional.empty(), tokens.whose(fresh.text()));
        assertEquals(
                List.of(Kind.TOKEN_ADDED, Kind.TOKEN_REVOKED),
                submissions.verify().stream().map(Event::kind).toList());
    }
}
