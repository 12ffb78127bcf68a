package org.w3id.urbis.loader.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.FilledTables;
import org.w3id.urbis.loader.TooManyRowsException;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;
import org.w3id.urbis.loader.publication.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis template}: writes an empty table to fill in. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Write a table to fill in with a spreadsheet, empty or with what the graph has.",
        description = {
            "",
            "Its columns are what the shapes ask of such things, first those that may not be empty. The row below the"
                    + " comment says what each means; the first row of data is an example to write over. Check what you"
                    + " filled in with \"urbis validate\", and hand it in with \"urbis submit\".",
            "",
            "With --of the rows are what the current revision says, to be corrected and handed in again.",
            ""
        },
        parameterListHeading = "%nKind:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:it could not be done: there is no such kind or thing, or the file cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis template network > network.csv",
            "  urbis template membership -o members.xlsx",
            "  urbis template network --of network:c40 -o c40.xlsx",
            "  urbis template commitment --of network:c40 > commitments.csv",
            "  urbis template commitment --format xlsx --lang fr -o engagements.xlsx"
        })
public final class TemplateCommand implements Callable<Integer> {

    private static final String XLSX = ".xlsx";

    @Spec
    private CommandSpec spec;

    /** The forms of a template. */
    enum Format {
        csv,
        xlsx
    }

    @Parameters(
            paramLabel = "KIND",
            description = "What the rows are: network, membership, commitment, partnership, organization, government,"
                    + " city, programme, event and others.")
    private String kind;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv or xlsx. Default: what the name of the output ends in, else csv.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "Explain it in ar, en, es, fr, ru or zh, with columns for names and descriptions in that"
                    + " language. Default: that of the system.")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--of",
            paramLabel = "THING",
            description =
                    "Fill it with what the graph says of a thing of that kind, of all that refer to another thing, or"
                            + " of all in a graph or submission: its IRI, or kind and key such as network:c40. May be"
                            + " repeated.")
    private List<String> of = List.of();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    /** Made by picocli. */
    public TemplateCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, this::write);
    }

    private int write() throws IOException {
        EntryKind wanted = EntryKind.of(kind)
                .orElseThrow(() -> new ImpossibleException("There is no kind \"" + kind + "\". There are: "
                        + Stream.of(EntryKind.values()).map(EntryKind::key).collect(Collectors.joining(", "))));
        String explained = language.orElse(Locale.getDefault().getLanguage());
        Template template =
                of.isEmpty() ? Template.of(wanted, EntryTerms.shipped(), explained) : filled(wanted, explained);
        boolean workbook = format.map(Format.xlsx::equals).orElseGet(() -> output.filter(
                        file -> file.toString().toLowerCase(Locale.ROOT).endsWith(XLSX))
                .isPresent());
        byte[] content = workbook ? template.xlsx() : template.csv().getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(
                output.isPresent() ? Files.newOutputStream(output.get()) : new StandardOutput(System.out))) {
            out.write(content);
        }
        return Failures.DONE;
    }

    private Template filled(EntryKind wanted, String explained) {
        List<Node> about = of.stream()
                .map(text -> EntryTerms.shipped()
                        .named(text)
                        .orElseThrow(() -> new ImpossibleException(
                                "--of takes an IRI, or kind and key such as network:c40, not \"" + text + "\"")))
                .toList();
        try {
            return Store.read(data.revision(0), published -> new FilledTables(EntryTerms.shipped())
                            .of(published, wanted, about, explained))
                    .orElseThrow(() -> new ImpossibleException("The graph has no " + wanted.key() + " that is "
                            + String.join(" or ", of) + ", and none that has to do with it"));
        } catch (TooManyRowsException tooMany) {
            throw new ImpossibleException(tooMany.getMessage(), tooMany);
        }
    }
}
