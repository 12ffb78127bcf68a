package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void whatNobodyTakesOverIsDoneByWhoWantsIt() {
        assertSame(
                Thread.currentThread(),
                Beside.NOBODY.start(Thread::currentThread).get());
    }

    @Test
    void workIsDoneOnceHoweverManyWantIt() {
        AtomicInteger times = new AtomicInteger();
        Supplier<Integer> work = Beside.NOBODY.start(times::incrementAndGet);
        assertEquals(0, times.get());
        assertEquals(1, work.get());
        assertEquals(1, work.get());
    }

    @Test
    void anotherThreadTakesWorkOver() {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Supplier<Thread> work = new Beside(task -> {
                        other.execute(task);
                        other.close();
                    })
                    .start(Thread::currentThread);
            assertNotSame(Thread.currentThread(), work.get());
        }
    }

    @Test
    void whatTheWorkThrowsIsThrownToWhoWantsIt() {
        Supplier<Object> work = Beside.NOBODY.start(() -> {
            throw new IllegalArgumentException("no");
        });
        assertEquals(
                "no", assertThrows(IllegalArgumentException.class, work::get).getMessage());
    }
}
