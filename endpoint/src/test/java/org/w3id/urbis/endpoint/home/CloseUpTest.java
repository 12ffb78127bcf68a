package org.w3id.urbis.endpoint.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.page.AtlasView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;

class CloseUpTest {
    private static AtlasView.Dot dot(int x, int y, String name) {
        return new AtlasView.Dot(x, y, new Link("/id/city/" + name, Text.plain(name)), "");
    }

    @Test
    void thereIsNoneWherePlacesAreFewAndFarBetween() {
        assertTrue(CloseUp.of(List.of(dot(100, 100, "a"), dot(9000, 4000, "b"))).isEmpty());
    }

    @Test
    void itHoldsTheMostAndNamesThatHideNothing() {
        List<AtlasView.Dot> dots = new ArrayList<>(List.of(dot(1_000, 8_000, "alone")));
        for (int i = 0; i < 8; i++) {
            dots.add(dot(10_000 + i * 250, 2_000 + i * 100, "city" + i));
        }
        dots.add(dot(10_005, 2_003, "at the same place"));
        CloseUp close = CloseUp.of(dots).orElseThrow();
        assertTrue(close.x() <= 10_000 && close.x() + CloseUp.WIDTH > 11_750, close::toString);
        List<String> names =
                close.labels(dots).stream().map(label -> label.text().value()).toList();
        assertTrue(names.contains("city7") && !names.contains("alone"), names::toString);
        assertEquals(names.stream().distinct().toList(), names);
    }
}
