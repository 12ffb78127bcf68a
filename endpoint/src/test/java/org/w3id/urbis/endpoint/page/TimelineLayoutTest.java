package org.w3id.urbis.endpoint.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineLayoutTest {
    @Test
    void aDeadlineIsTheLastDayOfWhatIsWritten() {
        assertEquals(Optional.of(LocalDate.of(2030, 12, 31)), TimelineLayout.lastDay("2030"));
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), TimelineLayout.lastDay("2028-02"));
        assertEquals(Optional.of(LocalDate.of(2021, 10, 31)), TimelineLayout.lastDay("2021-10-31"));
        assertEquals(Optional.empty(), TimelineLayout.lastDay("2021-13"));
        assertEquals(Optional.empty(), TimelineLayout.lastDay("soon"));
    }
}
