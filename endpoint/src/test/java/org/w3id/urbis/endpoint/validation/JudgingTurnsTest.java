package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

class JudgingTurnsTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void largeFilesGoOneAfterTheOtherAndSmallOnesBesideEachOther() throws Exception {
        JudgingTurns turns = new JudgingTurns(4, Duration.ofMinutes(1), 128 * MEBIBYTE);
        assertEquals(1, mostAtOnce(turns, 8 * MEBIBYTE));
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> meets = () -> turns.take(MEBIBYTE, () -> {
            both.countDown();
            return both.await(30, TimeUnit.SECONDS);
        });
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> met : clients.invokeAll(List.of(meets, meets))) {
                assertTrue(met.get());
            }
        }
    }

    private static int mostAtOnce(JudgingTurns turns, long bytes) throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> judge = () -> turns.take(bytes, () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            return now.decrementAndGet();
        });
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            clients.invokeAll(IntStream.range(0, 40).mapToObj(i -> judge).toList());
        }
        return most.get();
    }

    @Test
    void whatIsOverItsTimeIsStoppedAndGivesItsTurnBack() {
        JudgingTurns turns = new JudgingTurns(1, Duration.ofMillis(50), MEBIBYTE);
        ProblemException stopped = assertThrows(
                ProblemException.class, () -> turns.take(1, () -> new CountDownLatch(1).await(5, TimeUnit.MINUTES)));
        assertEquals(ProblemType.VALIDATION_TIMEOUT, stopped.problem().type());
        assertThrows(
                IllegalArgumentException.class,
                () -> turns.take(1, () -> {
                    throw new IllegalArgumentException("as it is");
                }));
    }
}
