package org.w3id.urbis.endpoint.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SOMEBODY = 1;

    private final AtomicLong clock = new AtomicLong(-5);
    private final Allowance allowance = new Allowance(60, Duration.ofMinutes(1), clock::get);

    @Test
    void aFullBucketMayBeEmptiedAtOnceAndFillsEvenly() {
        for (int i = 1; i <= 60; i++) {
            Allowance.Answer answer = allowance.take(SOMEBODY);
            assertTrue(answer.isAllowed());
            assertEquals(60 - i, answer.left());
            assertEquals(i, answer.fullIn());
        }
        Allowance.Answer refused = allowance.take(SOMEBODY);
        assertFalse(refused.isAllowed());
        assertEquals(1, refused.nextIn());
        assertEquals(60, refused.fullIn());
        clock.addAndGet(Duration.ofMillis(999).toNanos());
        assertFalse(allowance.take(SOMEBODY).isAllowed());
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertTrue(allowance.take(SOMEBODY).isAllowed());
        assertFalse(allowance.take(SOMEBODY).isAllowed());
    }

    @Test
    void aRefusalCostsNothing() {
        for (int i = 0; i < 1000; i++) {
            allowance.take(SOMEBODY);
        }
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertEquals(1, allowance.take(SOMEBODY).left());
    }

    @Test
    void whoPausesHasNoMoreThanAFullBucket() {
        allowance.take(SOMEBODY);
        clock.addAndGet(Duration.ofHours(5).toNanos());
        assertEquals(59, allowance.take(SOMEBODY).left());
    }

    @Test
    void everybodyHasTheirOwn() {
        for (int i = 0; i < 60; i++) {
            allowance.take(SOMEBODY);
        }
        assertFalse(allowance.take(SOMEBODY).isAllowed());
        assertTrue(allowance.take(SOMEBODY + 1).isAllowed());
    }
}
