package org.w3id.urbis.loader.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.loader.entry.KnownThings;
import org.w3id.urbis.shapes.Beside;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Validates files: reads them, judges what they say, and tells where they are wrong.
 *
 * <p>Files validated together are judged as one graph, so that one may describe what another refers to. A file that
 * cannot be read to its end is reported as such and not judged, for what it seems to lack may stand in the rest. A
 * validation never changes and may be shared by threads, unless its base may not.
 */
public final class FileValidation {

    private static final Graph NOTHING = GraphFactory.createGraphMem();

    private final LocatedParser parser;
    private final Gate gate;
    private final Optional<Vocabulary> vocabulary;
    private final Graph base;
    private final Beside beside;
    private final List<Finding> remarks;
    private final int most;

    private FileValidation(FileValidation other, int most, int statements) {
        this.parser = other.parser.atMost(most, statements);
        this.vocabulary = other.vocabulary;
        this.gate = other.gate.atMost(most);
        this.base = other.base;
        this.beside = other.beside;
        this.remarks = other.remarks;
        this.most = most;
    }

    private FileValidation(FileValidation other, KnownThings known) {
        this.parser = other.parser.knowing(known);
        this.vocabulary = other.vocabulary;
        this.gate = other.gate;
        this.base = other.base;
        this.beside = other.beside;
        this.remarks = other.remarks;
        this.most = other.most;
    }

    private FileValidation(ShapeValidation shapes, Vocabulary vocabulary, Graph base, Beside beside) {
        this.parser = LocatedParser.of(vocabulary);
        this.vocabulary = Optional.of(vocabulary);
        this.gate = new Gate(shapes, vocabulary, beside);
        this.base = base;
        this.beside = beside;
        this.remarks = List.of();
        this.most = Integer.MAX_VALUE;
    }

    private FileValidation(GivenShapes shapes, Graph base, int threads) {
        this.parser = new LocatedParser(Map.of());
        this.vocabulary = Optional.empty();
        this.gate = new Gate(new ShapeValidation(shapes.library(), threads));
        this.base = base;
        this.beside = Beside.NOBODY;
        this.remarks = shapes.remarks();
        this.most = Integer.MAX_VALUE;
    }

    /**
     * Sets limits to what is read and told. If there is more, the first findings are told, and one at the end of the file
     * that says so.
     *
     * @param findings   the most findings to tell, 1 or more
     * @param statements the most statements to read of a file, 1 or more; as many values, if it is JSON
     * @return the same validation with those limits
     */
    public FileValidation atMost(int findings, int statements) {
        return new FileValidation(this, findings, statements);
    }

    /**
     * Lets tables speak of things by their names.
     *
     * @param known what they may speak of besides their own rows
     * @return the same validation
     */
    public FileValidation knowing(KnownThings known) {
        return new FileValidation(this, known);
    }

    /**
     * Judges files by themselves, in the context of the vocabulary alone.
     *
     * @param shapes     the shapes to judge by
     * @param vocabulary the words there are
     * @return the validation
     */
    public static FileValidation alone(ShapeLibrary shapes, Vocabulary vocabulary) {
        return new FileValidation(new ShapeValidation(shapes), vocabulary, NOTHING, Beside.NOBODY);
    }

    /** Judges files as {@link #alone} does, with another thread taking some of the work. */
    static FileValidation alone(ShapeLibrary shapes, Vocabulary vocabulary, Beside beside) {
        return new FileValidation(new ShapeValidation(shapes).with(beside), vocabulary, NOTHING, beside);
    }

    /**
     * Judges files as additions to a graph.
     *
     * @param shapes     the shapes to judge by
     * @param vocabulary the words there are
     * @param base       what is there already; if it has transactions, the caller opens one for reading around each
     *                   call, which is why one thread does all the work
     * @return the validation
     */
    public static FileValidation against(ShapeLibrary shapes, Vocabulary vocabulary, Graph base) {
        return new FileValidation(new ShapeValidation(shapes, 1), vocabulary, base, Beside.NOBODY);
    }

    /**
     * Judges files as SHACL has it, by shapes that somebody brings along and by nothing else: neither the vocabulary nor
     * any rule of ours has a say, and a result that is reached in two ways is there twice.
     *
     * @param shapes the shapes
     * @return the validation
     */
    public static FileValidation by(GivenShapes shapes) {
        return new FileValidation(shapes, NOTHING, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Judges files as additions to a graph by shapes that somebody brings along.
     *
     * @param shapes the shapes
     * @param base   what is there already; see {@link #against}
     * @return the validation
     */
    public static FileValidation by(GivenShapes shapes, Graph base) {
        return new FileValidation(shapes, base, 1);
    }

    /**
     * Validates files on disk.
     *
     * @param files the files; the endings of their names tell the formats
     * @return what was found
     * @throws UnknownFormatException       if an ending tells no format
     * @throws FileTooLargeException        if a file is larger than is read
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public ValidationResult validate(Collection<Path> files) {
        return judge(files.stream().map(parser::parse).toList());
    }

    /**
     * Validates bytes that somebody handed in.
     *
     * @param name    what to call them in findings
     * @param format  their format
     * @param content the bytes
     * @return what was found
     * @throws FileTooLargeException if there are more than is read
     */
    public ValidationResult validate(String name, RdfFormat format, byte[] content) {
        return judge(List.of(parser.parse(name, format, content)));
    }

    /**
     * Validates the bytes of several files, which may refer to each other.
     *
     * @param contents the bytes of each, by a name whose ending tells the format
     * @return what was found
     * @throws UnknownFormatException if an ending tells no format
     * @throws FileTooLargeException  if there are more than is read
     */
    ValidationResult validate(Map<String, byte[]> contents) {
        return judge(contents.entrySet().stream()
                .map(file -> parser.parse(
                        file.getKey(),
                        RdfFormat.ofFileName(file.getKey())
                                .orElseThrow(() -> new UnknownFormatException(file.getKey())),
                        file.getValue()))
                .toList());
    }

    /** Judges files that were read. */
    ValidationResult judge(List<LocatedFile> files) {
        Graph data = GraphFactory.createGraphMem();
        List<LocatedFile> complete =
                files.stream().filter(LocatedFile::isComplete).toList();
        complete.forEach(file -> file.quads().forEach(quad -> data.add(quad.asTriple())));
        List<Finding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(written(file)));
        List<Supplier<List<Finding>>> unnameable = vocabulary.isEmpty()
                ? List.of()
                : complete.stream()
                        .map(file -> beside.start(() -> UnnameableNodes.in(file)))
                        .toList();
        List<Finding> judged = base == NOTHING ? gate.judge(data) : gate.judge(data, base);
        findings.addAll(TableFile.withoutEchoes(new Locator(complete, data).locate(judged), complete));
        if (vocabulary.isEmpty()) {
            return new ValidationResult(files, enough(files, findings), remarks);
        }
        unnameable.forEach(found -> findings.addAll(found.get()));
        return new ValidationResult(files, enough(files, Echoes.removed(findings, vocabulary.get())), remarks);
    }

    /** The first so many findings and, if there are more or something ended early, one at the end that says so. */
    private List<Finding> enough(List<LocatedFile> files, List<Finding> findings) {
        // Of where reading ended it has been told already.
        if (findings.size() <= most && findings.stream().noneMatch(one -> one.isUnfinished() && one.line() == 0)
                || findings.stream()
                        .anyMatch(one -> one.isUnfinished() && !one.file().isEmpty())) {
            return findings;
        }
        List<Finding> told = new ArrayList<>(findings.stream()
                .filter(finding -> !finding.isUnfinished())
                .sorted()
                .limit(most)
                .toList());
        SourceText last = files.getLast().source();
        told.add(Finding.unfinished(last.position(last.text().length()), told.size()));
        return told;
    }

    /** What is wrong with how a file is written; to SHACL a literal that is none of its datatype's is nothing wrong. */
    private List<Finding> written(LocatedFile file) {
        return file.findings().stream()
                .filter(finding -> vocabulary.isPresent()
                        || finding.severity() == Severity.VIOLATION
                                && !finding.component().equals(Check.ILL_TYPED_LITERAL.component()))
                .toList();
    }
}
