# Asks with rdflib, as if the endpoint were a graph of its own: python3 rdflib_store.py ENDPOINT
import sys

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore

URBIS = "https://w3id.org/urbis/ontology#"
for method in ("GET", "POST"):
    graph = Graph(SPARQLStore(sys.argv[1], method=method))
    networks = sorted(graph.subjects(RDF.type, URIRef(URBIS + "Network")))
    print("networks", len(networks))
    print("french", [str(name) for name in graph.objects(networks[0], SKOS.prefLabel) if name.language == "fr"])
    print("has", (networks[0], SKOS.prefLabel, Literal("Villes à ponts", lang="fr")) in graph)
    rows = graph.query("SELECT (COUNT(*) AS ?n) { ?network a <" + URBIS + "Network> }")
    print("count", [int(row.n) for row in rows])
    print("ask", bool(graph.query("ASK { ?network a <" + URBIS + "Network> }").askAnswer))
