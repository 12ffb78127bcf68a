package org.w3id.urbis.queries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.w3id.urbis.ontology.Urbis;

/** One reading of a {@code .rq} file. */
final class QueryFile {

    private static final Pattern HEADER = Pattern.compile("#\\+\\s*([a-z]+):\\s*(.*?)\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\s+(\\S+)(?:\\s+\"([^\"]*)\")?\\s+(.+)");

    private final String name;
    private final String text;
    private final Query query;
    private final Map<String, String> values = new HashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> federates = new TreeSet<>();

    QueryFile(String name, String text) {
        this.name = name;
        this.text = text;
        try {
            this.query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            SyntaxFault fault = SyntaxFault.of(e);
            throw new UnusableQueryException(fault.place(name + ".rq"), fault.message(), e);
        }
    }

    CatalogueQuery read() {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#+")) {
                headerLine(lines.get(i), i + 1);
            }
        }
        for (String needed : List.of("summary", "question", "tags", "audience")) {
            if (values.getOrDefault(needed, "").isEmpty()) {
                throw new UnusableQueryException(name + ".rq", "the header has no \"#+ " + needed + ": ...\"");
            }
        }
        checkServices();
        return new CatalogueQuery(
                name,
                values.get("summary"),
                values.get("question"),
                Arrays.asList(values.get("tags").split("\\s*,\\s*")),
                audiences(),
                parameters,
                federates,
                text);
    }

    private void headerLine(String line, int number) {
        Matcher header = HEADER.matcher(line);
        if (!header.matches()) {
            throw fault(number, "a line that starts with #+ has the form \"#+ name: value\"");
        }
        switch (header.group(1)) {
            case "summary", "question", "tags", "audience" -> {
                if (values.put(header.group(1), header.group(2)) != null) {
                    throw fault(number, "\"" + header.group(1) + "\" is given twice");
                }
            }
            case "param" -> parameters.add(parameter(header.group(2), number));
            case "values" -> restrict(header.group(2), number);
            case "federates" -> federates.addAll(Arrays.asList(header.group(2).split("\\s*,\\s*")));
            default ->
                throw fault(
                        number,
                        "\"" + header.group(1) + "\" is none of summary, question, tags, audience, param, values,"
                                + " federates");
        }
    }

    /** The header has to say which other endpoints the query asks: not every graph can be asked with them. */
    private void checkServices() {
        Set<String> asked = new TreeSet<>();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementService service) {
                asked.add(service.getServiceNode().toString().replace(Urbis.NS, ""));
            }
        });
        if (!asked.equals(federates)) {
            throw new UnusableQueryException(
                    name + ".rq",
                    "the header says that it federates with " + federates + ", but by SERVICE urbis:... it asks "
                            + asked);
        }
    }

    private Parameter parameter(String value, int line) {
        Matcher parts = PARAMETER.matcher(value);
        if (!parts.matches()) {
            throw fault(line, "a parameter has the form: name type \"default\" description");
        }
        String variable = parts.group(1);
        ParameterType type = ParameterType.of(parts.group(2))
                .orElseThrow(() -> fault(line, parts.group(2) + " is none of the types " + ParameterType.words()));
        List<Node> block = ParameterBlocks.terms(query, variable)
                .orElseThrow(
                        () -> fault(line, "the query has no block VALUES ?" + variable + " { ... } to be replaced"));
        List<Node> defaults = defaults(type, parts.group(3), line);
        if (!block.equals(defaults)) {
            throw fault(
                    line,
                    "the default of " + variable + " is " + defaults + " here but " + block + " in its VALUES block");
        }
        return new Parameter(variable, type, defaults, defaults.size() > 1, parts.group(4), List.of());
    }

    /** Says which things a parameter may name: a line that follows its own. */
    private void restrict(String value, int line) {
        List<String> words = List.of(value.split("\\s+"));
        int place = parameters.stream().map(Parameter::name).toList().indexOf(words.getFirst());
        if (place < 0 || words.size() < 2 || parameters.get(place).type() != ParameterType.IRI) {
            throw fault(
                    line,
                    "values have the form: name, then classes or code lists, after the line of a parameter that is an"
                            + " IRI");
        }
        List<Node> kinds = words.stream()
                .skip(1)
                .map(word -> ParameterType.IRI
                        .term(word, query.getPrefixMapping())
                        .orElseThrow(() -> fault(line, "\"" + word + "\" is not " + ParameterType.IRI.example())))
                .toList();
        parameters.set(place, parameters.get(place).among(kinds));
    }

    private List<Node> defaults(ParameterType type, String text, int line) {
        if (text == null) {
            return List.of();
        }
        List<String> single = type == ParameterType.IRI ? List.of(text.strip().split("\\s+")) : List.of(text);
        return single.stream()
                .map(one -> type.term(one, query.getPrefixMapping())
                        .orElseThrow(() -> fault(line, "\"" + one + "\" is not " + type.example())))
                .toList();
    }

    private Set<Audience> audiences() {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (String word : values.get("audience").split("\\s*,\\s*")) {
            audiences.add(Arrays.stream(Audience.values())
                    .filter(audience -> audience.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UnusableQueryException(name + ".rq", word + " is no audience")));
        }
        return audiences;
    }

    private UnusableQueryException fault(int line, String complaint) {
        return new UnusableQueryException(name + ".rq:" + line, complaint);
    }
}
