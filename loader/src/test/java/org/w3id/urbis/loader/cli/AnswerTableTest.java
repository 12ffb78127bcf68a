package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class AnswerTableTest {

    @Test
    void wordsNumbersAndNamesAreForReading() {
        assertEquals("""
            city         name          people
            city:graz    Graz          222326
            urn:x:elsew  on two lines     100
                         unplaced
            3 rows
            """, table("""
                PREFIX city: <https://w3id.org/urbis/id/city/>
                SELECT ?city ?name ?people WHERE {
                  VALUES ( ?city ?name ?people ) {
                    ( city:graz "Graz"@en 222326 )
                    ( <urn:x:elsew> "on two\\nlines" "100"^^<http://www.w3.org/2001/XMLSchema#integer> )
                    ( UNDEF "unplaced" UNDEF )
                  }
                }\
                """));
    }

    @Test
    void nothingFoundIsSaid() {
        assertEquals("x\n0 rows\n", table("SELECT ?x WHERE { ?x a <urn:x:Nothing> }"));
    }

    private static String table(String text) {
        Query query = QueryFactory.create(text);
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.create()).query(query).build()) {
            return AnswerTable.of(execution.select(), query.getPrefixMapping());
        }
    }
}
