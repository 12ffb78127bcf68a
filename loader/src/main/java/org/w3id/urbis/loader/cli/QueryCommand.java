package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.w3id.urbis.loader.LoadReport;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.SyntaxFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis query}: asks the published graph. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Ask the published graph a question of the catalogue, or one of your own.",
        description = {
            "",
            "Without QUERY the questions of the catalogue are listed, with what can be filled in. If nothing is"
                    + " published yet, the sources that ship are loaded first.",
            "",
            "In a query of your own the default graph is everything together; GRAPH ?g says which source says so."
                    + " Nothing is fetched: SERVICE and FROM are refused.",
            ""
        },
        parameterListHeading = "%nQuery:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered, even if with nothing",
            "1:nothing was published, and the sources that ship have faults",
            "2:it could not be done: no such question, not SPARQL, a value of the wrong type"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis query",
            "  urbis query member-counts",
            "  urbis query network/contact-card --param network=network:c40",
            "  urbis query commitment/due-by --param latest=2025-12-31 --format csv > due.csv",
            "  urbis query my-question.rq --format json"
        })
public final class QueryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..1",
            description = "The name of a question, in full or its last part; or a file with SPARQL.")
    private String name = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "Fill in a parameter. May be repeated.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which is Turtle for CONSTRUCT and DESCRIBE.")
    private AnswerFormat format;

    @Option(
            names = "--revision",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Ask this revision. Default: the current one.")
    private long number;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public QueryCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, name.isEmpty() ? this::list : this::ask);
    }

    private int list() {
        StringBuilder text = new StringBuilder();
        for (CatalogueQuery query : QueryCatalogue.shipped().queries()) {
            text.append(query.name()).append("\n    ").append(query.question()).append('\n');
            query.parameters().forEach(parameter -> text.append("    --param ")
                    .append(parameter.name())
                    .append("=...  ")
                    .append(parameter.description())
                    .append(" (")
                    .append(parameter.type().word())
                    .append(")\n"));
        }
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return Failures.DONE;
    }

    private int ask() throws IOException {
        Query query = query();
        Answer.refuse(query, format);
        if (number == 0 && data.revisions().current().isEmpty() && !load()) {
            return Failures.FAULTS;
        }
        OutputStream out = new StandardOutput(System.out);
        Store.read(data.revision(number), store -> {
            Answer.write(query, store, format, out);
            return null;
        });
        out.flush();
        return Failures.DONE;
    }

    private Query query() throws IOException {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return ownQuery(Files.readString(file, StandardCharsets.UTF_8));
        }
        CatalogueQuery question = QueryCatalogue.shipped()
                .find(name)
                .orElseThrow(() -> new ImpossibleException(
                        "There is no question and no file called " + name + ". \"urbis query\" lists the questions."));
        if (question.isFederated()) {
            throw new ImpossibleException(question.name() + " asks endpoints of others too ("
                    + String.join(", ", question.federates()) + "). Only a server does that: turn them on by"
                    + " URBIS_FEDERATION and ask it at /queries/" + question.name() + ".");
        }
        return question.bind(parameters());
    }

    private Query ownQuery(String text) {
        if (text.contains("#+ param:")) {
            return CatalogueQuery.parse(name, text).bind(parameters());
        }
        if (!values.isEmpty()) {
            throw new ImpossibleException(name + " has no \"#+ param:\" lines, so that there is nothing to fill in.");
        }
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            SyntaxFault fault = SyntaxFault.of(e);
            throw new ImpossibleException(fault.place(name) + ": " + fault.message(), e);
        }
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw new ImpossibleException("--param takes NAME=VALUE, not " + value);
            }
            parameters
                    .computeIfAbsent(value.substring(0, equals), any -> new ArrayList<>())
                    .add(value.substring(equals + 1));
        }
        return parameters;
    }

    /** Publishes what ships; false, with the reasons told, if it has faults. */
    private boolean load() {
        spec.commandLine()
                .getErr()
                .println("Nothing is published in " + data.directory() + " yet: loading what ships.");
        try (ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr())) {
            LoadReport report =
                    new Pipeline(BaseIri.URBIS, progress, Clock.systemUTC()).load(LoadRequest.all(data.directory()));
            if (report.outcome() == LoadReport.Outcome.REFUSED) {
                spec.commandLine()
                        .getErr()
                        .print(new LoadText(report, data.directory().resolve(LoadText.FINDINGS)));
                spec.commandLine().getErr().flush();
                return false;
            }
            return true;
        }
    }
}
