package org.w3id.urbis.endpoint.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.SelfSigned;

/** A broker that asks for a password over TLS, and what becomes of who has a wrong one. */
class SecuredLogTest {

    @TempDir
    private Path folder;

    private void mayEnter(Path data, String password, Path trusted) throws IOException {
        Files.writeString(Files.createDirectories(data).resolve("log.properties"), """
            security.protocol=SASL_SSL
            sasl.mechanism=PLAIN
            sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="%s" password="%s";
            ssl.truststore.type=PEM
            ssl.truststore.location=%s
            """.formatted(
                        LogBroker.USER, password, trusted));
    }

    @Test
    void nothingIsLostByAWrongPassword() throws Exception {
        Path trusted = SelfSigned.ofThisMachine().certificate();
        LoggedTown town = new LoggedTown(LogBroker.running().securedAddress(), "log-" + UUID.randomUUID(), folder);
        Path here = folder.resolve("here");
        town.publish("one");
        mayEnter(town.publisher(), "guessed", trusted);
        KafkaException refused = assertThrows(KafkaException.class, town::write);
        assertTrue(LogReader.reason(refused).contains("Invalid username or password"), LogReader.reason(refused));
        mayEnter(town.publisher(), LogBroker.PASSWORD, trusted);
        town.write();

        mayEnter(here, "guessed", trusted);
        Standing standing = new Standing(System::nanoTime);
        CountDownLatch taken = new CountDownLatch(1);
        LogWork replica = LogWork.following(town.config(here), here, standing, taken::countDown);
        try {
            while (standing.fault().isEmpty()) {
                Thread.onSpinWait();
            }
            assertTrue(
                    standing.fault().get().contains("Invalid username or password"),
                    standing.fault().get());
            town.publish("two");
            town.write();
            mayEnter(here, LogBroker.PASSWORD, trusted);
            assertTrue(taken.await(1, TimeUnit.MINUTES), "it tries again with what the file says then");
        } finally {
            replica.close();
        }
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
    }

    @Test
    void aCertificateThatIsNotTrustedIsToldAsSuch() throws Exception {
        Path other =
                SelfSigned.make(folder, "other", "san=ip:127.0.0.1", "-1d", 30).certificate();
        LoggedTown town = new LoggedTown(LogBroker.running().securedAddress(), "log-" + UUID.randomUUID(), folder);
        town.publish("one");
        mayEnter(town.publisher(), LogBroker.PASSWORD, other);
        KafkaException refused = assertThrows(KafkaException.class, town::write);
        assertTrue(LogReader.reason(refused).contains("ssl.truststore.location"), LogReader.reason(refused));
    }
}
