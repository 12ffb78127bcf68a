package org.w3id.urbis.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFunctionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Århus, København & Łódź | arhus-kobenhavn-lodz",
                "São Paulo | sao-paulo",
                "L'Hospitalet de Llobregat | lhospitalet-de-llobregat",
                "Straße 1½ | strasse-11-2",
                "ﬁne | fine",
                "Москва | москва",
                "İstanbul / Iğdır | istanbul-igdir",
            })
    void slugs(String text, String slug) {
        assertGives("'" + slug + "'", "fn:slug(\"" + text + "\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "8 December 2015 | 2015-12-08 | date", "December 8, 2015 | 2015-12-08 | date",
                        "2015-12-08 | 2015-12-08 | date",
                "20151208 | 2015-12-08 | date", "9 oct 2017 | 2017-10-09 | date", "October 2016 | 2016-10 | gYearMonth",
                "2016-10 | 2016-10 | gYearMonth", "2016 | 2016 | gYear",
            })
    void dates(String text, String lexical, String datatype) {
        assertGives("'" + lexical + "'^^xsd:" + datatype, "fn:date(\"" + text + "\")");
    }

    @Test
    void datesOfAnotherFormNeedAPattern() {
        assertGivesNothing("fn:date(\"8/12/2015\")");
        assertGivesNothing("fn:date(\"30 February 2015\")");
        assertGives("'2015-12-08'^^xsd:date", "fn:date(\"8/12/2015\", \"d/M/uuuu\")");
        assertGives("'2015'^^xsd:gYear", "fn:date(\"FY2015\", \"'FY'uuuu\")");
        assertGivesNothing("fn:date(\"8/12/2015\", \"nonsense {\")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "100 | 100 | exactly",
                "nearly 100 cities | 100 | nearly",
                "almost 1,200 | 1200 | nearly",
                "over 10,000 cities and towns | 10000 | over",
                "more than 250 writers | 250 | over",
                "> 5 | 5 | over",
                "at least 40 per cent | 40 | at-least",
                "100+ | 100 | at-least",
                "5 or more | 5 | at-least",
                "up to 20 | 20 | up-to",
                "no more than 20 | 20 | up-to",
                "fewer than 9 | 9 | under",
                "less than 9 | 9 | under",
                "around 1.5 million | 1500000 | about",
                "some 2’000 | 2000 | about",
                "3 bn | 3000000000 | exactly",
                "1.5 degrees | 1.5 | exactly",
                "between 50-100 | 50 | exactly",
                "1 to 2 million | 1000000 | exactly",
                "in handsome 7 | 7 | exactly",
                "-3 | -3 | exactly",
                "240 000 | 240000 | exactly",
            })
    void numbersWithTheirQualifiers(String text, String number, String comparator) {
        String datatype = number.contains(".") ? "decimal" : "integer";
        assertGives("'" + number + "'^^xsd:" + datatype, "fn:number(\"" + text + "\")");
        assertGives("<https://w3id.org/urbis/id/comparator/" + comparator + ">", "fn:comparator(\"" + text + "\")");
    }

    @Test
    void rangesHaveAnUpperEnd() {
        assertGives("100", "fn:upper-number(\"50-100 cities\")");
        assertGives("2000000", "fn:upper-number(\"1 to 2 million\")");
        assertGivesNothing("fn:upper-number(\"50\")");
    }

    @ParameterizedTest
    @CsvSource({
        "2030, gYear, 2030-12-31",
        "2024-02, gYearMonth, 2024-02-29",
        "2023-02, gYearMonth, 2023-02-28",
        "2030-06-15, date, 2030-06-15",
        "2030-06-15Z, date, 2030-06-15",
    })
    void theLastDay(String lexical, String datatype, String day) {
        assertGives("'" + day + "'^^xsd:date", "fn:last-day(\"" + lexical + "\"^^xsd:" + datatype + ")");
    }

    @Test
    void whatIsNotThereIsNothing() {
        List.of(
                        "fn:slug(\"...\")",
                        "fn:number(\"none\")",
                        "fn:comparator(\"none\")",
                        "fn:date(\"soon\")",
                        "fn:last-day(\"2030\")",
                        "fn:last-day(\"20x0\"^^xsd:gYear)",
                        "fn:last-day(<a:b>)",
                        "fn:slug(<a:b>)",
                        "fn:slug(?unbound)")
                .forEach(MappingFunctionsTest::assertGivesNothing);
        assertThrows(QueryBuildException.class, () -> call("fn:slug(\"a\", \"b\")"));
    }

    @Test
    void theListNamesAllOfThem() {
        assertEquals(
                List.of("comparator", "date", "last-day", "number", "slug", "upper-number"), MappingFunctions.names());
    }

    private static void assertGives(String term, String expression) {
        assertEquals(Optional.of(NodeFactoryExtra.parseNode(term)), call(expression), expression);
    }

    private static void assertGivesNothing(String expression) {
        assertEquals(Optional.empty(), call(expression), expression);
    }

    private static Optional<Node> call(String expression) {
        String query = "PREFIX fn: <https://w3id.org/urbis/function#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
                + " SELECT (" + expression + " AS ?value) {}";
        try (QueryExec execution = QueryExec.newBuilder()
                .dataset(DatasetGraphFactory.empty())
                .query(QueryFactory.create(query))
                .context(MappingFunctions.context())
                .build()) {
            return Optional.ofNullable(execution.select().next().get("value"));
        }
    }
}
