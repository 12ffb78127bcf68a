package org.w3id.urbis.endpoint.federation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.ontology.Urbis;

/** All endpoints that are known here, turned on or not. */
final class RemoteEndpoints {
    private final Map<String, RemoteEndpoint> byName = new LinkedHashMap<>();

    /** Takes endpoints with names of their own, in this order. */
    RemoteEndpoints(Collection<RemoteEndpoint> endpoints) {
        endpoints.forEach(endpoint -> byName.put(endpoint.name(), endpoint));
    }

    Collection<RemoteEndpoint> all() {
        return byName.values();
    }

    /**
     * What stands behind SERVICE: an IRI {@code urbis:<name>}, or the address itself. Addresses are compared letter by
     * letter, so that no other spelling of one can slip through.
     *
     * @return the endpoint, which is turned on and has an address; empty if it may not be asked
     */
    Optional<RemoteEndpoint> allowed(Node service) {
        return known(service).filter(RemoteEndpoint::isOn);
    }

    private Optional<RemoteEndpoint> known(Node service) {
        if (!service.isURI()) {
            return Optional.empty();
        }
        String iri = service.getURI();
        return byName.values().stream()
                .filter(endpoint -> endpoint.iri().equals(iri)
                        || endpoint.address()
                                .filter(address -> address.toString().equals(iri))
                                .isPresent())
                .findFirst();
    }

    /** Why an endpoint may not be asked, and what would have to be done. */
    Problem refusal(Node service) {
        if (service.isVariable()) {
            return refusal("SERVICE is followed by the variable ?" + service.getName()
                    + ". Name the endpoint in the query: a query may not decide while it runs whom it asks.");
        }
        Optional<RemoteEndpoint> known = known(service);
        if (known.isPresent()) {
            String name = known.get().name();
            String address = known.get().address().isPresent()
                    ? ""
                    : " Its address is not known here: it has to be given as " + name + ".address in the file"
                            + " federation.properties of the data directory.";
            return refusal("The endpoint \"" + name + "\" is not turned on here. The operator of this server can do so"
                            + " by the setting federation (URBIS_FEDERATION=" + name + ")." + address)
                    .with("endpoint", name);
        }
        String shortly = service.toString().replace(Urbis.NS, "urbis:");
        String on = byName.values().stream()
                .filter(RemoteEndpoint::isOn)
                .map(endpoint -> "urbis:" + endpoint.name())
                .collect(Collectors.joining(", "));
        return refusal("The query asks " + shortly + ", which is not one of the endpoints that may be asked from here: "
                + (on.isEmpty() ? "there are none." : on + ".") + " /federation lists what is known.");
    }

    private static Problem refusal(String detail) {
        return Problem.of(ProblemType.FEDERATION_OFF, detail);
    }
}
