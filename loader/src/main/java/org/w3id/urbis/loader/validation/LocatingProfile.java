package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.sparql.core.Quad;

/**
 * Makes the terms of a file and notes where each of them stands.
 *
 * <p>Every parser of RIOT asks its profile for every term and says line and column, and hands statements on right after
 * their object was made. The Turtle family says so token by token; the RDF/XML parser says where the tag ends that the
 * term is from, which leads to where the element begins.
 */
final class LocatingProfile extends ParserProfileStd {

    /** What a language tag is made of: RFC 5646, section 2.1, as far as SPARQL and Turtle can write it. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]+(-[a-zA-Z0-9]+)*");

    private final PositionIndex index;
    private final FaultRecorder faults;
    private final ForgivingPrefixes prefixes;
    private final PrefixFaults prefixFaults;
    private final Optional<XmlTags> xml;
    private Node literal;
    private long literalPlace;
    private long statementPlace;

    LocatingProfile(
            PositionIndex index,
            FaultRecorder faults,
            IRIxResolver resolver,
            ForgivingPrefixes prefixes,
            PrefixFaults prefixFaults,
            Optional<XmlTags> xml) {
        super(new FactoryRDFStd(), faults, resolver, prefixes, RIOT.getContext().copy(), true, true);
        this.index = index;
        this.faults = faults;
        this.prefixes = prefixes;
        this.prefixFaults = prefixFaults;
        this.xml = xml;
    }

    /** Where the statement stands that the parser has just handed on. */
    Position place() {
        return Position.of(faults.position(0, 0).file(), statementPlace);
    }

    /** Whether a text can be a language tag. */
    static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** Where the object of the statement stands that the parser has just handed on. */
    long objectPlace(Node object) {
        if (object.isLiteral()) {
            return object.equals(literal) ? literalPlace : statementPlace;
        }
        long mention = index.lastMention(object);
        return mention == 0 ? statementPlace : mention;
    }

    @Override
    public String resolveIRI(String iri, long line, long column) {
        reportUndefinedPrefix(line, column);
        return super.resolveIRI(iri, line, column);
    }

    @Override
    public Node createURI(String iri, long line, long column) {
        return mention(super.createURI(iri, line, column), line, column);
    }

    @Override
    public Node createURI(IRIx iri, long line, long column) {
        return mention(super.createURI(iri, line, column), line, column);
    }

    @Override
    public Node createBlankNode(Node scope, String label, long line, long column) {
        return mention(super.createBlankNode(scope, label, line, column), line, column);
    }

    @Override
    public Node createBlankNode(Node scope, long line, long column) {
        return mention(super.createBlankNode(scope, line, column), line, column);
    }

    @Override
    public Node createStringLiteral(String lexical, long line, long column) {
        return literal(super.createStringLiteral(lexical, line, column), line, column);
    }

    @Override
    public Node createLangLiteral(String lexical, String language, long line, long column) {
        // Jena's own check fails with an exception that has nothing to do with it on a tag of other characters.
        if (!isLanguage(language)) {
            report(
                    Check.BAD_LANGUAGE,
                    line,
                    column,
                    Wording.of("language.none", "language", language),
                    Optional.of(Wording.of("language.form")));
            return createStringLiteral(lexical, line, column);
        }
        if (LanguageCodes.isNone(language)) {
            reportUnregistered(language, faults.position(line, column));
        }
        return literal(super.createLangLiteral(lexical, language, line, column), line, column);
    }

    @Override
    public Node createTypedLiteral(String lexical, RDFDatatype datatype, long line, long column) {
        return typed(lexical, datatype, line, column, () -> Datatypes.message(lexical, datatype));
    }

    /** Makes a literal of a number of JSON that reads otherwise than it is written. */
    Node createNumber(String written, String lexical, RDFDatatype datatype, long line, long column) {
        return typed(lexical, datatype, line, column, () -> Datatypes.message(written, lexical, datatype));
    }

    private Node typed(String lexical, RDFDatatype datatype, long line, long column, Supplier<Wording> illTyped) {
        if (!datatype.isValid(lexical)) {
            Optional<Fix> example = Datatypes.example(datatype).map(Fix::saying);
            faults.add(Finding.of(
                            faults.position(line, column), Severity.VIOLATION, Check.ILL_TYPED_LITERAL, illTyped.get())
                    .with(Repairs.ofText(lexical, datatype).or(() -> example)));
        } else if (Datatypes.isUnknown(datatype)) {
            report(
                    Check.ILL_TYPED_LITERAL,
                    line,
                    column,
                    Wording.of("datatype.unknown", "datatype", datatype.getURI()),
                    Datatypes.nearest(datatype));
        }
        // Made without the checks of the standard profile, which have just been done in plainer words.
        return literal(getFactorRDF().createTypedLiteral(lexical, datatype), line, column);
    }

    @Override
    public Node createTripleTerm(Node subject, Node predicate, Node object, long line, long column) {
        report(
                Check.SYNTAX,
                line,
                column,
                Wording.of("document.triple-term"),
                Optional.of(Wording.of("document.triple-term.fix")));
        Position place = faults.position(line, column);
        throw new StoppedException(place.line(), place.column());
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
        statementPlace = place(line, column, object);
        return super.createTriple(subject, predicate, object, line, column);
    }

    @Override
    public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long line, long column) {
        statementPlace = place(line, column, object);
        return super.createQuad(graph, subject, predicate, object, line, column);
    }

    private long place(long line, long column, Node node) {
        return xml.map(tags -> tags.place(line, column, node)).orElseGet(() -> faults.place(line, column));
    }

    private Node mention(Node node, long line, long column) {
        long place = place(line, column, node);
        if (place != 0) {
            index.mention(node, place);
        }
        return node;
    }

    private Node literal(Node node, long line, long column) {
        literal = node;
        literalPlace = place(line, column, node);
        return node;
    }

    private void reportUndefinedPrefix(long line, long column) {
        prefixes.takeUndefined()
                .ifPresent(undefined -> faults.add(prefixFaults.undefined(undefined, faults.position(line, column))));
    }

    private void reportUnregistered(String language, Position place) {
        Optional<Fix> fix = LanguageCodes.meant(language)
                .flatMap(meant -> Meant.of(List.of(new Parameter.Term(meant, LanguageCodes.names(meant))))
                        .map(words -> Fix.editing(words, Edit.of(language, meant))));
        faults.add(Finding.of(
                        place,
                        Severity.WARNING,
                        Check.BAD_LANGUAGE,
                        Wording.of("language.unregistered", "language", language))
                .with(fix));
    }

    private void report(Check check, long line, long column, Wording message, Optional<? extends Wording> fix) {
        faults.add(Finding.of(faults.position(line, column), Severity.VIOLATION, check, message)
                .with(fix.map(Fix::saying)));
    }
}
