package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.GivenShapes;
import org.w3id.urbis.loader.validation.PublishedGraph;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.SoleValidation;
import org.w3id.urbis.loader.validation.UnusableShapesException;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis validate}: says where files are wrong and how to mend them. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Say where files are wrong, and how to mend them.",
        description = {
            "",
            "Reads Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, CSV and XLSX, told apart by the ending of the"
                + " name, and judges all files together by the shapes, the code lists and the frameworks. Nothing else"
                + " is read: no remote context, no import.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nFiles:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no violation; there may be warnings",
            "1:violations were found",
            "2:it could not be done: a file is missing, its format is not known, or the report cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis validate my-network.ttl",
            "  urbis validate loader/sources/city-networks-directory-2021",
            "  urbis validate my-network.ttl --against data",
            "  urbis validate my-network.ttl --fix",
            "  urbis validate my-network.ttl --lang fr",
            "  urbis validate my-network.ttl --output findings.sarif",
            "  urbis validate cities.nq --shapes my-shapes.ttl"
        })
public final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A file, or a folder: all RDF files in it and below.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--shapes",
            paramLabel = "FILE",
            description = "Judge by the SHACL shapes of this file, in any of the formats, and by nothing else. May be"
                    + " repeated.")
    private List<Path> shapes = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description =
                    "Judge the files as additions to the graph published in this data directory, by the shapes for"
                            + " the whole graph too: does what they refer to exist?")
    private Path against;

    @Mixin
    private FixOption fix = new FixOption();

    /** Made by picocli. */
    public ValidateCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    /**
     * Validates files as the command does without any option, in a process of its own. It makes no parser of command
     * lines, which would take as long as reading and judging most files, and starts of Jena what that takes.
     *
     * @param files files and folders
     * @return the exit code
     * @throws Exception if it fails in a way that nobody foresaw
     */
    public static int ofFiles(List<String> files) throws Exception {
        FewSubsystems.choose();
        ValidateCommand command = new ValidateCommand();
        files.forEach(file -> command.files.add(Path.of(file)));
        return command.run(new PrintWriter(System.out), new PrintWriter(System.err));
    }

    @Override
    public Integer call() throws Exception {
        return run(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    private int run(PrintWriter out, PrintWriter err) throws Exception {
        return Failures.guard("validate", err, () -> {
            try {
                ValidationResult result = validate(out);
                report.write(result, out);
                return result.isAcceptable() ? Failures.DONE : Failures.FAULTS;
            } catch (UnusableShapesException e) {
                err.print(ReportFormat.TEXT.text(Report.of(e.faults())));
                err.println("urbis validate: nothing can be judged by these shapes.");
                err.flush();
                return Failures.IMPOSSIBLE;
            }
        });
    }

    private ValidationResult validate(PrintWriter out) {
        List<Path> all = files.stream()
                .flatMap(path -> filesOf(path).stream())
                .distinct()
                .toList();
        if (against == null && shapes.isEmpty() && !fix.isWanted()) {
            return SoleValidation.of(all);
        }
        if (against == null) {
            FileValidation validation = shapes.isEmpty()
                    ? FileValidation.alone(ShapeLibrary.forParts(), Vocabulary.shipped())
                    : FileValidation.by(GivenShapes.read(shapes));
            return validate(validation, all, out);
        }
        Revision revision = new Revisions(against)
                .current()
                .orElseThrow(() -> new ImpossibleException("Nothing is published in " + against
                        + " yet. \"urbis load\" publishes the sources that ship."));
        return Store.read(revision, published -> {
            Graph base = PublishedGraph.without(published, all);
            FileValidation validation = shapes.isEmpty()
                    ? FileValidation.against(ShapeLibrary.forWholeGraph(), Vocabulary.shipped(), base)
                    : FileValidation.by(GivenShapes.read(shapes), base);
            return validate(validation, all, out);
        });
    }

    private ValidationResult validate(FileValidation validation, List<Path> all, PrintWriter out) {
        return fix.isWanted() ? fix.mend(validation, all, report.language(), out) : validation.validate(all);
    }

    /** The file itself, or the RDF files below a folder, sorted. */
    private static List<Path> filesOf(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> found = below.filter(Files::isRegularFile)
                    .filter(file -> RdfFormat.isRdfFileName(file.getFileName().toString()))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ImpossibleException(path + ": there is no RDF file in this folder or below");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path, e);
        }
    }
}
