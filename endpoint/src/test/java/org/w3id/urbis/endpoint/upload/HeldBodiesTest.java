package org.w3id.urbis.endpoint.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** What several clients send at once to a server that has room for two kibibytes, each counted twice. */
class HeldBodiesTest {
    private static final int KIBIBYTE = 1024;

    private final HeldBodies bodies = new HeldBodies(4 * KIBIBYTE);

    /** A request whose body comes in some pieces. */
    private void request(int... pieces) {
        bodies.filter(
                () -> {
                    for (int piece : pieces) {
                        HeldBodies.hold(piece);
                    }
                },
                null,
                null);
    }

    @Test
    void whoSendsMoreThanThereIsRoomForIsAskedToComeAgainAndRoomIsGivenBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> bodies.filter(
                () -> {
                    HeldBodies.hold(KIBIBYTE);
                    begun.countDown();
                    await(goOn);
                },
                null,
                null));
        await(begun);
        request(KIBIBYTE);
        request(KIBIBYTE);
        assertEquals(
                ProblemType.BUSY,
                assertThrows(ProblemException.class, () -> request(KIBIBYTE, KIBIBYTE))
                        .problem()
                        .type());
        goOn.countDown();
        held.get(1, TimeUnit.MINUTES);
        request(KIBIBYTE, KIBIBYTE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
