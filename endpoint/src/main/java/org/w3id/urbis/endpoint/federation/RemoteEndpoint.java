package org.w3id.urbis.endpoint.federation;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.apache.jena.graph.Graph;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.ontology.Urbis;

/**
 * A SPARQL endpoint of somebody else's, as the operator allows it to be asked.
 *
 * @param name     short name, of lower-case letters, digits and dashes
 * @param title    what it holds, in a few words
 * @param address  where it answers; empty if nobody has said so yet
 * @param source   where that address is stated; empty if the operator chose it
 * @param covers   what the IRIs begin with that it describes; empty if that is not known
 * @param isOn     whether the operator has turned it on
 * @param reach    addresses that its name may lead to although they are not public
 * @param secured  makes secure connections to it, if it shows a certificate that is trusted
 * @param limits   how much may be asked of it
 * @param fresh    how long its answers are used again whatever it says; empty to do as its answers say
 * @param mirror   the graph here that holds a copy of its data; empty if there is none
 * @param copy     a copy of its data that is no graph here; empty if there is none
 * @param isMirrorFirst whether the copy is asked instead of the endpoint itself
 */
record RemoteEndpoint(
        String name,
        String title,
        Optional<URI> address,
        Optional<URI> source,
        String covers,
        boolean isOn,
        AddressRanges reach,
        SSLSocketFactory secured,
        Limits limits,
        Optional<Duration> fresh,
        Optional<String> mirror,
        Optional<Graph> copy,
        boolean isMirrorFirst) {

    /**
     * How much may be asked of an endpoint.
     *
     * @param timeout    longest a request may take, from looking up its name to the last byte
     * @param rows       most rows of one answer
     * @param bytes      most bytes of one answer, when it is no longer compressed
     * @param concurrent most requests at the same time
     * @param batch      most rows that are sent along in one request
     */
    record Limits(Duration timeout, int rows, int bytes, int concurrent, int batch) {}

    /** The IRI that stands for it in queries, {@code urbis:<name>}. */
    String iri() {
        return Urbis.NS + name;
    }
}
