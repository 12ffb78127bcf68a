package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** The collections as the description of the server tells them: made of the tables that requests are read by. */
final class CollectionOperations {
    private final CollectionTables tables;

    CollectionOperations(CollectionTables tables) {
        this.tables = tables;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(Operation.get("/api", "collections", Group.COLLECTIONS, "All collections")
                .describedAs("Each kind of things with its address, its names and how many there are.")
                .taking(Input.format(IndexAnswer.FORMS), Input.language())
                .answering(Answer.ok("The collections.")
                        .in("application/ld+json", Schema.ref("Collections"))
                        .in("application/json", Schema.ref("Collections"))
                        .in("text/html")
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
        for (Kind kind : tables.kinds()) {
            operations.add(list(kind));
            operations.add(one(kind));
        }
        return operations;
    }

    private Operation list(Kind kind) {
        Collection<Filter> filters = tables.filters(kind).values();
        List<Representation> forms = ListAnswer.forms(kind);
        Answer page = Answer.ok("A page of the list.")
                .in("application/ld+json", Schema.ref("CollectionPage"))
                .in("application/json", Schema.ref("CollectionPage"))
                .in(forms.stream()
                        .filter(form -> form != Representation.JSON_LD && form != Representation.GEO_JSON)
                        .toList());
        if (forms.contains(Representation.GEO_JSON)) {
            page = page.in("application/geo+json", Schema.ref("FeatureCollection"));
        }
        return Operation.get(
                        "/api/" + kind.plural(), camel(kind.plural()), Group.COLLECTIONS, "List of " + kind.plural())
                .describedAs(kind.definition()
                        + " Filters of different names must all hold. The order is by name unless said otherwise.")
                .taking(shared(filters, forms, kind))
                .taking(FilterInputs.of(filters))
                .answering(page.with(AnswerHeader.LINK, AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private List<Input> shared(Collection<Filter> filters, List<Representation> forms, Kind kind) {
        List<String> sorts = new ArrayList<>();
        CollectionRequest.sorts(filters).forEach(key -> sorts.addAll(List.of(key, "-" + key)));
        sorts.add(Sort.RELEVANCE);
        return List.of(
                Input.query(
                                CollectionRequest.SEARCH,
                                "Words of a name, in any language and script; the last may be unfinished, and a letter"
                                        + " or two may be wrong if nothing else is found.",
                                Schema.text())
                        .example("city"),
                Input.query(
                                CollectionRequest.SORT,
                                "The order; with a minus before it, the largest first. `relevance` goes with `q`, and"
                                        + " is then the order unless said otherwise.",
                                Schema.choice(sorts))
                        .example("-" + Sort.NAME),
                Input.query(
                                CollectionRequest.FIELDS,
                                "The members of each document that are wanted, with commas between; for tables the"
                                        + " columns. Of the columns there are: "
                                        + String.join(", ", tables.columns(kind).keySet()) + ".",
                                Schema.text())
                        .example(Sort.NAME),
                Input.query(
                                CollectionRequest.LIMIT,
                                "Most things on the page.",
                                Schema.integer(1, CollectionQuery.LARGEST_LIMIT)
                                        .with("default", CollectionQuery.USUAL_LIMIT))
                        .example(10),
                Input.query(
                        CollectionRequest.CURSOR,
                        "A place in the list, as the links of another page have it. It holds on to the revision that"
                                + " the list came from; 410 says that this is no longer kept.",
                        Schema.text()),
                Input.language(),
                Input.format(forms));
    }

    private Operation one(Kind kind) {
        Input key = Input.path(
                "key",
                "The end of its IRI; where that has slashes, all from its kind on. Countries go by their codes too.",
                Schema.text());
        return Operation.get(
                        "/api/" + kind.plural() + "/{key}",
                        camel(kind.word()) + "Document",
                        Group.COLLECTIONS,
                        "One of the " + kind.plural())
                .describedAs("All that is said of it, framed by the published context: nodes it owns stand inside,"
                        + " other things by IRI and name, who refers to it under `referredToBy`, doubts under `notes`.")
                .taking(tables.example(kind).map(key::example).orElse(key))
                .taking(Input.format(CollectionRoutes.FORMS_OF_ONE), Input.language())
                .answering(Answer.ok("The document.")
                        .in("application/ld+json", Schema.ref("Document"))
                        .in("application/json", Schema.ref("Document"))
                        .in(CollectionRoutes.FORMS_OF_ONE.stream()
                                .filter(form -> form != Representation.JSON_LD)
                                .toList())
                        .with(AnswerHeader.LINK))
                .failing(ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private static String camel(String dashed) {
        return Columns.camel(dashed);
    }

    static Map<String, Schema> schemas() {
        Schema links = Schema.text("uri").saying("Address of a page.");
        Schema context = Schema.any().saying("What the members mean, for JSON-LD.");
        Schema type = Schema.list(Schema.text());
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(
                "Item",
                Schema.object()
                        .saying("A thing. Its members are those of the published context.")
                        .having("id", Schema.text("iri").saying("Its IRI."))
                        .having("type", type.saying("Its classes, the narrowest first."))
                        .with("additionalProperties", true)
                        .requiring("id"));
        schemas.put(
                "Document",
                Schema.object()
                        .saying("A thing as a document of its own.")
                        .having("@context", context)
                        .having(
                                "id",
                                Schema.text("iri").saying("Its IRI. Not there for a graph, which is handed out whole."))
                        .having("type", type)
                        .requiring("@context"));
        schemas.put(
                "CollectionPage",
                Schema.object()
                        .saying("A page of a list: a hydra:Collection.")
                        .having("@context", context)
                        .having("id", links)
                        .having("type", type)
                        .having("totalItems", Schema.integer(0).saying("Things in the whole list."))
                        .having(
                                "view",
                                Schema.object()
                                        .having("id", links)
                                        .having("type", type)
                                        .having("first", links)
                                        .having("previous", links)
                                        .having("next", links)
                                        .having("last", links)
                                        .requiring("id", "first", "last"))
                        .having("items", Schema.list(Schema.ref("Item")))
                        .requiring("@context", "id", "type", "totalItems", "view", "items"));
        schemas.put(
                "Collections",
                Schema.object()
                        .saying("All collections.")
                        .having("@context", context)
                        .having("id", links)
                        .having("totalItems", Schema.integer(0))
                        .having(
                                "items",
                                Schema.list(Schema.object()
                                        .having("id", links)
                                        .having("totalItems", Schema.integer(0))
                                        .requiring("id", "totalItems")))
                        .requiring("@context", "id", "totalItems", "items"));
        schemas.put("FeatureCollection", GeoJson.schema());
        return schemas;
    }
}
