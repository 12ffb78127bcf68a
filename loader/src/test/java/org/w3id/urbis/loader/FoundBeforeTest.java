package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

class FoundBeforeTest {

    private static final Finding OF_A_FILE = found("", "Another edition.").at(new Position("towns.csv", 0, 0));
    private static final Finding OF_A_TOWN = found("riverton", "No country.").at(new Position("towns.csv", 2, 0));
    private static final Finding OF_A_NETWORK = found("rivers", "No web page.").at(new Position("entry.ttl", 6, 5));

    private final FoundBefore before = new FoundBefore(List.of(OF_A_FILE, OF_A_TOWN));

    @Test
    void whatIsFoundAgainIsWhereItWas() {
        assertEquals(
                Optional.of(List.of(OF_A_NETWORK, OF_A_FILE, OF_A_TOWN)),
                before.placed(List.of(OF_A_TOWN.at(Position.NOWHERE), OF_A_NETWORK)));
    }

    @Test
    void whatIsFoundNoMoreIsGoneButWhatWasSaidOfAFileStays() {
        assertEquals(Optional.of(List.of(OF_A_FILE)), before.placed(List.of()));
    }

    @Test
    void whatHasNoPlaceIsNotHeldToBeKnown() {
        assertEquals(Optional.empty(), before.placed(List.of(found("banks", "No country."))));
    }

    private static Finding found(String thing, String message) {
        Finding finding = Finding.of(
                Position.NOWHERE, Severity.WARNING, Check.SYNTAX, Wording.of("syntax.other", "message", message));
        return thing.isEmpty()
                ? finding
                : new Finding(
                        finding.position(),
                        finding.severity(),
                        finding.component(),
                        Optional.of(NodeFactory.createURI("https://w3id.org/urbis/id/" + thing)),
                        finding.path(),
                        finding.value(),
                        finding.shape(),
                        finding.constraint(),
                        finding.wording(),
                        finding.inner(),
                        finding.fix());
    }
}
