package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.entry.EntryContent;
import org.w3id.urbis.loader.entry.EntryContent.Gap;
import org.w3id.urbis.loader.entry.EntryFault;
import org.w3id.urbis.loader.entry.EntryPlace;
import org.w3id.urbis.loader.entry.EntryReader;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Fact;
import org.w3id.urbis.loader.entry.KnownThings;

/** A file that is a table, as statements with places and findings like any other file. */
final class TableFile {

    /** Rows of the largest sheet there is; sheets follow one another in an index. */
    private static final int SHEET_BITS = 21;

    private final SourceText source;
    private final RdfFormat format;
    private final byte[] content;
    private final KnownThings known;
    private final Map<Long, Position> cells = new HashMap<>();

    TableFile(String name, RdfFormat format, byte[] content, KnownThings known) {
        this.known = known;
        // The bytes of a workbook are no text to show.
        this.source = SourceText.decode(name, format == RdfFormat.XLSX ? new byte[0] : content);
        this.format = format;
        this.content = content;
    }

    LocatedFile read() {
        List<Finding> findings = new ArrayList<>();
        source.undecodable()
                .ifPresent(offset -> findings.add(Finding.of(
                                source.position(offset),
                                Severity.VIOLATION,
                                Check.ENCODING,
                                Wording.of(startsLikeUtf16() ? "table.utf-16" : "encoding.no-utf-8"))
                        .with(Wording.of("table.save-as-utf-8"))));
        if (!findings.isEmpty()) {
            // What comes of a wrong encoding is no text that anybody wrote.
            return new LocatedFile(
                    source,
                    format,
                    List.of(),
                    findings,
                    new PositionIndex(),
                    Map.of(),
                    false,
                    Optional.empty(),
                    TablePlaces.NONE);
        }
        EntryReader reader = new EntryReader(EntryTerms.shipped(), known);
        EntryContent table = format == RdfFormat.CSV ? reader.csv(source.text()) : reader.xlsx(content);
        table.faults().forEach(fault -> findings.add(finding(fault, table.separator())));
        PositionIndex index = new PositionIndex();
        List<Quad> quads = new ArrayList<>();
        for (Fact fact : table.facts()) {
            quads.add(Quad.create(Quad.defaultGraphIRI, fact.triple()));
            index.statement(fact.triple(), packed(fact.place()));
        }
        Map<Gap, Position> gaps = new HashMap<>();
        table.gaps().forEach((gap, place) -> gaps.put(gap, position(place)));
        return new LocatedFile(
                source,
                format,
                quads,
                findings,
                index,
                Map.of(),
                table.complete(),
                Optional.empty(),
                new TablePlaces(cells, gaps));
    }

    /** Leaves out that a value is missing where it is told that what stands there cannot be understood. */
    static List<Finding> withoutEchoes(List<Finding> judged, List<LocatedFile> files) {
        Set<Position> faulty = new HashSet<>();
        files.stream()
                .filter(file -> file.format().isTable())
                .flatMap(file -> file.findings().stream())
                .forEach(finding -> faulty.add(finding.position()));
        return judged.stream()
                .filter(finding -> !finding.component().equals(SHACL.MinCountConstraintComponent)
                        || !faulty.contains(finding.position()))
                .toList();
    }

    private boolean startsLikeUtf16() {
        int first = content[0] & 0xFF;
        int second = content.length > 1 ? content[1] & 0xFF : 0;
        return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
    }

    private long packed(EntryPlace place) {
        long packed = Position.pack(((long) place.sheet() << SHEET_BITS) + place.line(), place.column());
        cells.computeIfAbsent(packed, any -> position(place));
        return packed;
    }

    private Position position(EntryPlace place) {
        return new Position(
                source.name(),
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                Optional.empty(),
                Optional.of(new Position.Cell(place.row(), place.columnName(), place.reference())));
    }

    private Finding finding(EntryFault fault, char separator) {
        Finding finding = Finding.of(
                position(fault.place()),
                Severity.VIOLATION,
                check(fault.sort()),
                Wording.of(fault.key(), fault.parameters().toArray()));
        Optional<Wording> mending = fault.replacement()
                .<Wording>map(text -> Wording.of("table.write", "text", text))
                .or(() -> Messages.english().has(fault.key() + ".fix")
                        ? Optional.of(Wording.of(
                                fault.key() + ".fix", fault.parameters().toArray()))
                        : Optional.empty());
        if (mending.isEmpty()) {
            return finding;
        }
        boolean isText = fault.place().endLine() > 0 && fault.replacement().isPresent();
        return finding.with(
                isText
                        ? Fix.changing(
                                mending.get(),
                                Fix.Replacement.of(
                                        finding.position(),
                                        quoted(fault.replacement().get(), separator)))
                        : Fix.saying(mending.get()));
    }

    private static Check check(EntryFault.Sort sort) {
        return switch (sort) {
            case FORM -> Check.SYNTAX;
            case ENCODING -> Check.ENCODING;
            case COLUMN -> Check.UNDECLARED_TERM;
            case VALUE -> Check.CELL;
            case UNFINISHED -> Check.UNFINISHED;
        };
    }

    private static String quoted(String text, char separator) {
        boolean needs = text.indexOf(separator) >= 0 || text.matches("(?s).*[\"\r\n].*");
        return needs ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
