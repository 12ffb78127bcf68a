package org.w3id.urbis.endpoint.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Collections of the graph that ships. */
class CollectionRoutesTest {
    private static final String ID = "https://w3id.org/urbis/id/";

    /** What only sources speak of that do not come with the program. */
    private static final Set<String> OF_FETCHED_SOURCES =
            Set.of("/api/commitment-absences", "/api/hazard-clusters", "/api/hazards", "/api/location-codes");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
    }

    @Test
    void theIndexLeadsToEveryCollectionAndNoneIsEmpty() {
        JsonNode index = json("/api");
        assertEquals(index.get("totalItems").intValue(), index.get("items").size());
        assertTrue(index.get("items").size() > 40);
        for (JsonNode collection : index.get("items")) {
            String path = URI.create(collection.get("id").textValue()).getPath();
            assertTrue(
                    collection.get("totalItems").intValue() > 0 || OF_FETCHED_SOURCES.contains(path),
                    path + " is a kind of which nothing is published");
            JsonNode page = json(path + "?limit=1");
            assertEquals(collection.get("totalItems"), page.get("totalItems"), path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cities?country=FR, city/paris",
        "cities?country=FRA, city/paris",
        "cities?country=250, city/paris",
        "cities?country=fr, city/paris",
        "cities?country=France, city/paris",
        "cities?country=http://metadata.un.org/sdg/codes/geoArea/250, city/paris",
        "cities?within=150, city/paris",
        "cities?country=CH&country=FR, city/paris",
        "cities?population-min=8000000, city/new-york",
        "cities?identifier=https://sws.geonames.org/2988507/, city/paris",
        "cities?name=BESANCON, city/besancon",
        "governments?country=KZ, government/almaty",
        "networks?country=FR, network/aimf",
        "networks?abbreviation=aimf, network/aimf",
        "networks?founded-before=1985, network/aimf",
        "organizations?country=FR, network/aimf",
        "commitments?framework=paris-agreement, commitment/c40-halve-emissions",
        "commitments?contributes-to=framework/paris-agreement, commitment/c40-halve-emissions",
        "commitments?committed-by=c40, commitment/c40-halve-emissions",
        "commitments?committed-by=network/c40, commitment/c40-halve-emissions",
        "commitments?deadline-before=2030&deadline-after=2030&quantified=true, commitment/c40-halve-emissions",
        "commitments?deadline=2030&measure=emissions, commitment/c40-halve-emissions",
        "commitments?value-min=50&value-max=50&unit=percent, commitment/c40-halve-emissions",
        "memberships?role=steering-group-member&as-of=2021, membership/c40-steering-committee-mayors",
        "notes?about=framework/addis-ababa-action-agenda, note/addis-ababa-adoption-day",
        "documents?source=city-networks-directory-2021, document/city-networks-directory-2021",
        "themes?q=climate, theme/climate-change",
        "networks?q=covenent of mayors, network/covenant-of-mayors",
        "networks?q=Energy%20Cit, network/energy-cities",
        "cities?q=besançon, city/besancon",
    })
    void filtersKeepWhatTheyShould(String address, String expected) {
        JsonNode page = json("/api/" + address.replace(" ", "%20").replace("ç", "%C3%A7") + "&limit=1000");
        List<String> found = ids(page);
        assertTrue(found.contains(ID + expected), () -> expected + " is not among " + found);
        int all = json("/api/" + address.substring(0, address.indexOf('?')))
                .get("totalItems")
                .intValue();
        assertTrue(found.size() < all, "nothing was left out");
    }

    @Test
    void severalFiltersAllHold() {
        JsonNode both = json("/api/commitments?committed-by=c40&deadline-before=2030&limit=1000");
        Set<String> expected = new HashSet<>(ids(json("/api/commitments?committed-by=c40&limit=1000")));
        expected.retainAll(ids(json("/api/commitments?deadline-before=2030&limit=1000")));
        assertFalse(expected.isEmpty());
        assertEquals(expected, new HashSet<>(ids(both)));
    }

    @Test
    void aWalkByCursorMeetsEverythingOnce() {
        String address = "/api/countries?limit=60";
        List<String> walked = new ArrayList<>();
        int pages = 0;
        while (address != null) {
            HttpResponse<String> response = server.get(address);
            JsonNode page = Json.of(response);
            walked.addAll(ids(page));
            pages++;
            JsonNode next = page.get("view").get("next");
            assertEquals(
                    next != null,
                    response.headers().firstValue("Link").orElse("").contains("rel=\"next\""));
            address = next == null ? null : Json.path(next);
        }
        assertEquals(5, pages);
        assertEquals(248, walked.size());
        assertEquals(248, new HashSet<>(walked).size());
        assertEquals(ids(json("/api/countries?limit=1000")), walked);
    }

    @Test
    void firstPreviousAndLastLeadWhereTheySay() {
        JsonNode first = json("/api/countries?limit=60");
        JsonNode second = json(Json.path(first.get("view").get("next")));
        assertEquals(ids(first), ids(json(Json.path(second.get("view").get("previous")))));
        assertEquals(ids(first), ids(json(Json.path(second.get("view").get("first")))));
        JsonNode last = json(Json.path(first.get("view").get("last")));
        assertEquals(8, last.get("items").size());
        assertFalse(last.get("view").has("next"));
    }

    @Test
    void orderIsByNameInTheLanguageOfTheReader() {
        List<String> english = ids(json("/api/countries?limit=1000&lang=en"));
        List<String> spanish = ids(json("/api/countries?limit=1000&lang=es"));
        assertEquals(new HashSet<>(english), new HashSet<>(spanish));
        // Germany is Alemania in Spanish.
        String germany = "http://metadata.un.org/sdg/codes/geoArea/276";
        assertTrue(spanish.indexOf(germany) < 20);
        assertTrue(english.indexOf(germany) > 60);
        assertEquals(english.reversed(), ids(json("/api/countries?limit=1000&lang=en&sort=-name")));
    }

    @Test
    void sortingPutsWhatHasNothingLast() {
        JsonNode up = json("/api/commitments?sort=deadline&fields=deadlineDate&limit=1000");
        JsonNode down = json("/api/commitments?sort=-deadline&fields=deadlineDate&limit=1000");
        assertEquals("2017-10-31", up.get("items").get(0).get("deadlineDate").textValue());
        assertEquals("2050-12-31", down.get("items").get(0).get("deadlineDate").textValue());
        int size = up.get("items").size();
        assertFalse(up.get("items").get(size - 1).has("deadlineDate"));
        assertFalse(down.get("items").get(size - 1).has("deadlineDate"));
    }

    @Test
    void fieldsLeaveTheRestOut() {
        JsonNode item =
                json("/api/networks?fields=name,theme&limit=1").get("items").get(0);
        List<String> members = new ArrayList<>();
        item.fieldNames().forEachRemaining(members::add);
        assertEquals(List.of("id", "type", "name", "theme"), members);
        assertTrue(item.get("theme").get(0).get("name").has("fr"), "what is mentioned has its names");
    }

    @Test
    void oneThingHasOneDocumentByWhateverKey() {
        JsonNode kenya = json("/api/countries/KE");
        assertEquals(
                "http://metadata.un.org/sdg/codes/geoArea/404", kenya.get("id").textValue());
        assertEquals(kenya, json("/api/countries/404"));
        assertEquals(
                ID + "network/c40", json("/api/organizations/c40").get("id").textValue());
        assertEquals(
                "https://w3id.org/urbis/framework/paris-agreement/article/7",
                json("/api/framework-elements/paris-agreement/article/7")
                        .get("id")
                        .textValue());
        assertTrue(json("/api/networks/c40").has("referredToBy"), "it is the whole document");
        assertEquals(404, server.get("/api/networks/paris").statusCode());
        assertEquals(404, server.get("/api/networks/").statusCode());
        HttpResponse<String> page = server.get("/api/networks/c40", "Accept", "text/html");
        assertTrue(page.body().contains("<h1>"), page.body());
        assertEquals(
                "application/json",
                server.get("/api/networks/c40", "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "cities?contry=FR, contry, Did you mean country?",
        "cities?country=FRB, country, Did you mean FR or FRA?",
        "commitments?deadline-before=soon, deadline-before, such as 2030",
        "commitments?deadline-before=2030&deadline-before=2040, deadline-before, more than once",
        "commitments?value-min=many, value-min, takes a number",
        "commitments?quantified=maybe, quantified, true or false",
        "cities?sort=populaton, sort, Did you mean population?",
        "cities?sort=relevance, sort, What there is",
        "cities?limit=0, limit, from 1 to 1000",
        "cities?limit=1001, limit, from 1 to 1000",
        "cities?limit=ten, limit, from 1 to 1000",
        "cities?cursor=abc, cursor, no cursor of this server",
        "cities?fields=nam, fields, Did you mean name?",
        "cities?format=csv&fields=nam, fields, Did you mean name?",
        "cities?format=pdf, format, only as",
        "cities?lang=de, lang, one of",
        "cities?q=a&q=b, q, more than once",
    })
    void whatCannotBeUsedIsNamed(String address, String parameter, String detail) {
        HttpResponse<String> response = server.get("/api/" + address);
        assertEquals(400, response.statusCode(), response.body());
        JsonNode problem = Json.parse(response.body());
        assertEquals(parameter, problem.get("parameter").textValue());
        assertTrue(problem.get("detail").textValue().contains(detail), problem.get("detail")::textValue);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String next = Json.path(json("/api/countries?limit=10").get("view").get("next"));
        HttpResponse<String> response = server.get(next + "&within=150");
        assertEquals(400, response.statusCode());
        assertEquals("cursor", Json.parse(response.body()).get("parameter").textValue());
        assertEquals(400, server.get(next + "&revision=7").statusCode());
    }

    @Test
    void anUnknownCollectionIsSaidToBeOne() {
        HttpResponse<String> response = server.get("/api/city");
        assertEquals(404, response.statusCode());
        assertTrue(Json.parse(response.body()).get("detail").textValue().contains("Did you mean cities?"));
    }

    private static JsonNode json(String path) {
        return Json.of(server.get(path, "Accept", "application/json"));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }
}
