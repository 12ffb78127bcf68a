package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(clock::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void itOpensAfterFailuresInARowAndLetsOneTry() {
        fail(Breaker.FAILURES - 1);
        assertTrue(breaker.admits());
        breaker.succeeded();
        fail(Breaker.FAILURES - 1);
        assertEquals(Breaker.State.CLOSED, breaker.state());
        breaker.failed();
        assertEquals(Breaker.State.OPEN, breaker.state());
        assertFalse(breaker.admits());
        clock.addAndGet(Duration.ofSeconds(30).toNanos());
        assertEquals(Breaker.State.TRYING, breaker.state());
        assertTrue(breaker.admits());
        assertFalse(breaker.admits(), "only one tries");
        breaker.succeeded();
        assertEquals(Breaker.State.CLOSED, breaker.state());
        assertTrue(breaker.admits());
    }

    @Test
    void aTryThatFailsOpensItAgainAndOneThatIsGivenUpLetsAnotherTry() {
        fail(Breaker.FAILURES);
        clock.addAndGet(Duration.ofSeconds(30).toNanos());
        assertTrue(breaker.admits());
        breaker.failed();
        assertFalse(breaker.admits());
        clock.addAndGet(Duration.ofSeconds(30).toNanos());
        assertTrue(breaker.admits());
        breaker.gaveUp();
        assertTrue(breaker.admits());
    }

    @Test
    void whoAsksForRestGetsItButNotForEver() {
        breaker.restAtLeast(Duration.ofDays(1));
        assertFalse(breaker.admits());
        clock.addAndGet(Duration.ofMinutes(10).toNanos());
        assertTrue(breaker.admits());
    }

    @Test
    void theFailureThatAsksForRestDoesNotShortenIt() {
        breaker.restAtLeast(Duration.ofMinutes(5));
        breaker.failed();
        clock.addAndGet(Duration.ofMinutes(4).toNanos());
        assertEquals(Breaker.State.OPEN, breaker.state());
        assertFalse(breaker.admits());
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertTrue(breaker.admits());
    }
}
