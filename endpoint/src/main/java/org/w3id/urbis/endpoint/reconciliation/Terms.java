package org.w3id.urbis.endpoint.reconciliation;

import java.util.Set;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** IRIs of the properties that evidence is compared by. */
final class Terms {

    static final String COUNTRY = Urbis.NS + "country";
    static final String WITHIN = Urbis.NS + "isWithin";
    static final String POPULATION = Urbis.NS + "population";
    static final String WEBSITE = Urbis.NS + "website";
    /** Latitude and longitude with a comma between. */
    static final String LAT_LONG = "http://www.w3.org/2003/01/geo/wgs84_pos#lat_long";

    /** Properties whose values are names. */
    static final Set<String> NAMES = Set.of(
            SKOS.prefLabel.getURI(),
            SKOS.altLabel.getURI(),
            RDFS.label.getURI(),
            DCTerms.title.getURI(),
            Urbis.NS + "abbreviation",
            Urbis.NS + "formerName");
    /** Properties whose values tell one thing from all others. */
    static final Set<String> IDENTIFIERS = Set.of(
            DCTerms.identifier.getURI(),
            OWL.sameAs.getURI(),
            SKOS.exactMatch.getURI(),
            SKOS.closeMatch.getURI(),
            SKOS.notation.getURI(),
            Urbis.NS + "m49Code",
            Urbis.NS + "iso3166Alpha2",
            Urbis.NS + "iso3166Alpha3",
            Urbis.NS + "documentSymbol",
            Urbis.NS + "unSystemCode",
            Urbis.NS + "unLocode",
            WEBSITE);

    /** Properties whose values are near or far, not equal or different. */
    static final Set<String> MEASURED = Set.of(POPULATION, LAT_LONG, Urbis.LATITUDE, Urbis.LONGITUDE);

    static final String TYPE = RDF.type.getURI();

    private Terms() {}
}
