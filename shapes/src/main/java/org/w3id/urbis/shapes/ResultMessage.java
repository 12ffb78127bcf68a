package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.G;

/**
 * Fills the blanks of messages: {@code {$this}}, {@code {?value}}, {@code {$PATH}}, the shape's own parameters such as
 * {@code {$maxCount}}, and the variables of a SPARQL constraint's row.
 *
 * <p>Jena fills the messages of SPARQL constraints only, with whole IRIs, and leaves the messages of shapes as they are.
 * It also names the shape where a result should name the SPARQL constraint.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-constraints-variables">SHACL, section 5.3.2</a>
 */
final class ResultMessage {

    /** In the place of a value, where there is none. */
    private static final String NOTHING = "–";

    private static final Pattern BLANK = Pattern.compile("\\{[?$](\\w+)}");
    private static final Var THIS = Var.alloc("this");
    private static final Var VALUE = Var.alloc("value");
    private static final Var RESULT_PATH = Var.alloc("path");
    private static final Var PATH = Var.alloc("PATH");

    private final ShapeLibrary library;
    private final ShortNames names;
    private final Graph data;

    ResultMessage(ShapeLibrary library, Graph data) {
        this.library = library;
        this.names = new ShortNames(library.graph());
        this.data = data;
    }

    /** Returns the result with its messages filled and its SPARQL constraint, if it has one, named. */
    ReportEntry complete(ReportEntry entry) {
        Optional<Node> constraint = library.constraintNode(entry.source(), entry.constraint());
        Collection<Node> templates = templates(entry, constraint);
        ReportEntry complete = ReportEntry.create()
                .focusNode(entry.focusNode())
                .resultPath(entry.resultPath())
                .value(entry.value())
                .source(entry.source())
                .constraint(entry.constraint())
                .sourceConstraint(constraint.orElse(null))
                .sourceConstraintComponent(entry.sourceConstraintComponent())
                .severity(entry.severity())
                .detail(entry.detail())
                .triple(entry.triple());
        Map<String, String> values = hasBlanks(templates) ? values(entry) : Map.of();
        templates.forEach(template -> complete.message(filled(template, values, entry.source())));
        return complete;
    }

    /** The messages of the shape; if it has none, those of its SPARQL constraint before Jena filled them. */
    private Collection<Node> templates(ReportEntry entry, Optional<Node> constraint) {
        if (constraint.isPresent() && !library.graph().contains(entry.source(), SHACL.message, Node.ANY)) {
            List<Node> own = G.listSP(library.graph(), constraint.get(), SHACL.message);
            return own.isEmpty() ? entry.messages() : translated(own, constraint.get());
        }
        return translated(entry.messages(), entry.source());
    }

    private Collection<Node> translated(Collection<Node> own, Node speaker) {
        List<Node> translations = library.translations(speaker);
        if (translations.isEmpty()) {
            return own;
        }
        List<Node> all = new ArrayList<>(own);
        all.addAll(translations);
        return all;
    }

    private static boolean hasBlanks(Collection<Node> messages) {
        return messages.stream().anyMatch(message -> BLANK.matcher(message.getLiteralLexicalForm())
                .find());
    }

    private Map<String, String> values(ReportEntry entry) {
        Map<String, String> values = new HashMap<>();
        row(entry).ifPresent(row -> row.forEach((variable, node) -> values.put(variable.getVarName(), shown(node))));
        values.put("this", shown(entry.focusNode()));
        if (entry.value() != null) {
            values.put("value", shown(entry.value()));
        } else {
            values.putIfAbsent("value", counted(entry));
        }
        if (entry.resultPath() != null) {
            Node simple = path(entry);
            String path = simple != null ? shown(simple) : ShaclPaths.pathToString(library.graph(), entry.resultPath());
            values.put("PATH", path);
            values.put("path", path);
        }
        return values;
    }

    /** What was counted, where a result is about how many values there are and so about none of them. */
    private String counted(ReportEntry entry) {
        Node path = path(entry);
        List<Node> counted = path == null ? List.of() : G.listSP(data, entry.focusNode(), path);
        return counted.isEmpty()
                ? NOTHING
                : counted.stream().map(this::shown).sorted().collect(Collectors.joining(", "));
    }

    private Node filled(Node message, Map<String, String> values, Node shape) {
        String text = BLANK.matcher(message.getLiteralLexicalForm())
                .replaceAll(blank -> Matcher.quoteReplacement(Optional.ofNullable(values.get(blank.group(1)))
                        .or(() -> parameter(shape, blank.group(1)))
                        .orElse(blank.group())));
        String language = message.getLiteralLanguage();
        return language.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language);
    }

    private Optional<String> parameter(Node shape, String name) {
        Node value = G.getSP(library.graph(), shape, NodeFactory.createURI(SHACL.getURI() + name));
        return Optional.ofNullable(value).map(this::shown);
    }

    /** Asks the constraint again for the row behind a result: Jena does not hand it on. */
    private Optional<Binding> row(ReportEntry entry) {
        if (!(entry.constraint() instanceof SparqlConstraint constraint)
                || !constraint.getQuery().isSelectType()) {
            return Optional.empty();
        }
        QueryExecBuilder query =
                QueryExec.graph(data).query(constraint.getQuery()).substitution(THIS, entry.focusNode());
        if (path(entry) != null) {
            query.substitution(PATH, path(entry));
        }
        try (QueryExec execution = query.build()) {
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                if (agrees(row.get(VALUE), entry.value()) && agrees(row.get(RESULT_PATH), path(entry))) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    /** The property a result is about; null if it is about the node, or a longer path. */
    private static Node path(ReportEntry entry) {
        return entry.resultPath() == null ? null : ShaclPaths.pathNode(entry.resultPath());
    }

    private static boolean agrees(Node inRow, Node inResult) {
        return inRow == null || Objects.equals(inRow, inResult);
    }

    private String shown(Node node) {
        return names.of(node, data);
    }
}
