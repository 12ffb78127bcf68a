package org.w3id.urbis.loader.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets of many countries write it, taken apart with places. */
class CsvTextTest {

    private final List<EntryFault> faults = new ArrayList<>();

    private List<List<String>> texts(String csv) {
        return new CsvText(csv, faults)
                .sheet().rows().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "a;b\r\n1;2",
                "a\tb\r1\t2\r",
                "\uFEFFa;b\n1;2",
                "sep=;\na;b\n1;2",
                "\"a\",\"b\"\r\n\"1\",\"2\"\r\n\r\n",
                " \"a\";b\n;\n1;2\n"
            })
    void readsEachWayOfWritingATable(String csv) {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), texts(csv));
        assertEquals(List.of(), faults);
    }

    @Test
    void tellsTheSeparatorByTheTitlesAndNotByAComment() {
        assertEquals(
                List.of(List.of("# one, two, three"), List.of("a", "b"), List.of("1,5", "2")),
                texts("\"# one, two, three\"\na;b\n1,5;2\n"));
    }

    @Test
    void aCellMayHoldMarksAndLineBreaks() {
        assertEquals(
                List.of(List.of("a", "b"), List.of("say \"no\"", "two\nlines"), List.of("3", "4")),
                texts("a,b\n\"say \"\"no\"\"\",\"two\r\nlines\"\n3,4"));
    }

    @Test
    void knowsWhereEachCellBeginsAndEnds() {
        List<List<Cell>> rows =
                new CsvText("a,b\n\"x\ny\", z \n", faults).sheet().rows();
        assertEquals(List.of(new Cell("x\ny", 2, 1, 3, 3), new Cell("z", 3, 4, 3, 7)), rows.get(1));
    }

    @Test
    void whatWouldBeAFormulaIsReadAsItWasWritten() {
        assertEquals(List.of(List.of("a", "b"), List.of("+41 22", "=1")), texts("a,b\n'+41 22,'=1\n"));
    }

    @Test
    void saysWhereAQuotationIsNeverClosedAndGoesNoFurther() {
        texts("a,b\n1,\"2\n3,4\n");
        assertEquals(1, faults.size());
        assertEquals("table.quotation-open", faults.getFirst().key());
        assertEquals(2, faults.getFirst().place().line());
        assertEquals(3, faults.getFirst().place().column());
    }

    @Test
    void saysThatTextFollowsAClosedQuotation() {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), texts("a,b\n\"1\"x,2\n"));
        assertEquals("table.quotation-inside", faults.getFirst().key());
    }

    @Test
    void givesUpATableThatIsTooLong() {
        texts("a,b\n" + "1,2\n".repeat(EntryReader.MOST_ROWS + 10));
        assertEquals("table.too-large", faults.getFirst().key());
    }
}
