package org.w3id.urbis.loader.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.w3id.urbis.loader.record.TreeEvents.BrokenTreeException;
import org.w3id.urbis.loader.record.TreeEvents.Part;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** A JSON, YAML or XML file, of which one list, object or element holds the rows. */
final class TreeTable {

    /** Bound for each row besides what is in it. */
    private static final String KEY = "KEY";

    private static final String VALUE = "VALUE";
    private static final String EVERY = "*";

    /** Deeper are files that are to do harm. */
    private static final int MOST_DEEP = 500;

    private final SourceFile file;
    private final List<String> path = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>(List.of(KEY, VALUE));
    private Consumer<Row> rows;
    private Consumer<Fault> faults;
    private TreeEvents events;
    private long count;
    private boolean found;
    private int depth;

    TreeTable(SourceFile file, Layout layout) {
        this.file = file;
        if (!layout.rowPath().isEmpty()) {
            for (String step : layout.rowPath().substring(1).split("/", -1)) {
                path.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
    }

    void read(Consumer<List<String>> header, Consumer<Row> taker, Consumer<Fault> faultTaker) {
        rows = taker;
        faults = faultTaker;
        try (InputStream bytes = file.open();
                TreeEvents tree = events(bytes)) {
            events = tree;
            Part first = tree.next();
            if (first == null) {
                faults.accept(new Fault(file.label(), 1, 0, "The file is empty."));
                return;
            }
            descend(first, 0);
            refuseMore();
            if (!found) {
                faults.accept(Fault.of(
                        file.label(),
                        "There is no list or object at /" + String.join("/", path)
                                + " in this file. Look at urbis:rowPath in source.ttl."));
            } else {
                header.accept(List.copyOf(columns));
            }
        } catch (BrokenTreeException e) {
            faults.accept(new Fault(file.label(), e.line(), e.column(), e.getMessage()));
        } catch (BoundedReader.TooLongException e) {
            faults.accept(new Fault(
                    file.label(),
                    events == null ? 1 : events.line(),
                    0,
                    "A key or value that begins about here is " + e.getMessage()
                            + ". Shorten it, or close its quotation" + " mark."));
        } catch (EOFException | ZipException e) {
            faults.accept(Fault.of(file.label(), SourceFile.BROKEN_OFF));
        } catch (CharacterCodingException e) {
            faults.accept(new BadByte(file).fault());
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    /** What follows the end is of another document, or of a file that was written twice. */
    private void refuseMore() throws BrokenTreeException, IOException {
        Part more = events.next();
        if (more != null && more != Part.END) {
            throw new BrokenTreeException(
                    "The data end above, and something else follows. Give one document in a file.",
                    events.line(),
                    0,
                    null);
        }
    }

    private TreeEvents events(InputStream bytes) throws BrokenTreeException, IOException {
        return switch (file.extension()) {
            case "json" -> new JsonEvents(new BoundedReader(Utf8.reader(bytes)));
            // XML says itself in what encoding it is.
            case "xml" -> new XmlEvents(bytes);
            default -> new YamlEvents(new BoundedReader(Utf8.reader(bytes)));
        };
    }

    /** Goes on from a part that is at some depth of the path. */
    private void descend(Part part, int depth) throws BrokenTreeException, IOException {
        if (part != Part.OBJECT && part != Part.LIST) {
            return;
        }
        boolean here = depth == path.size();
        found |= here;
        int index = 0;
        for (Part member = next(); member != Part.END; member = next()) {
            if (member == Part.TEXT) {
                continue;
            }
            String key = member == Part.KEY ? events.text() : String.valueOf(index++);
            Part value = member == Part.KEY ? next() : member;
            if (here) {
                row(key, value);
            } else if (path.get(depth).equals(key) || path.get(depth).equals(EVERY)) {
                descend(value, depth + 1);
            } else {
                skip(value);
            }
        }
    }

    private void row(String key, Part value) throws BrokenTreeException, IOException {
        long line = events.line();
        Map<String, StringBuilder> cells = new LinkedHashMap<>();
        cells.put(KEY, new StringBuilder(key));
        collect(value, "", cells);
        Map<String, String> texts = new LinkedHashMap<>();
        cells.forEach((name, text) -> texts.put(name, text.toString()));
        columns.addAll(texts.keySet());
        rows.accept(new Row(++count, line, texts));
    }

    private void collect(Part part, String name, Map<String, StringBuilder> cells)
            throws BrokenTreeException, IOException {
        switch (part) {
            case VALUE, TEXT -> {
                if (!events.text().isBlank()) {
                    StringBuilder cell =
                            cells.computeIfAbsent(name.isEmpty() ? VALUE : name, any -> new StringBuilder());
                    cell.append(cell.isEmpty() ? "" : "\n").append(events.text());
                }
            }
            case OBJECT -> collectMembers(name, cells);
            case LIST -> {
                for (Part member = next(); member != Part.END; member = next()) {
                    collect(member, name, cells);
                }
            }
            default -> {
                // Nothing stands there.
            }
        }
    }

    private void collectMembers(String name, Map<String, StringBuilder> cells) throws BrokenTreeException, IOException {
        Set<String> seen = new HashSet<>();
        for (Part member = next(); member != Part.END; member = next()) {
            if (member == Part.TEXT) {
                collect(member, name, cells);
                continue;
            }
            String key = Header.name(events.text());
            // Elements of XML may stand several times; of two members of one name, either may be meant.
            if (!seen.add(key) && !file.extension().equals("xml")) {
                faults.accept(new Fault(
                        file.label(),
                        events.line(),
                        0,
                        "Row " + (count + 1) + " has two members that are called " + key + ". Keep one of them."));
            }
            String inner = name.isEmpty() ? key : name + "_" + key;
            columns.add(inner);
            collect(next(), inner, cells);
        }
    }

    private void skip(Part part) throws BrokenTreeException, IOException {
        int depth = part == Part.OBJECT || part == Part.LIST ? 1 : 0;
        while (depth > 0) {
            switch (next()) {
                case OBJECT, LIST -> depth++;
                case END -> depth--;
                default -> {
                    // Passed over.
                }
            }
        }
    }

    static BrokenTreeException tooDeep(long line) {
        return new BrokenTreeException(
                "Lists and objects stand in each other more than " + MOST_DEEP
                        + " deep. No data are so; look how the file" + " was made.",
                line,
                0,
                null);
    }

    private Part next() throws BrokenTreeException, IOException {
        Part part = events.next();
        if (part == null) {
            throw new BrokenTreeException("The file breaks off here.", events.line(), 0, null);
        }
        depth += part == Part.OBJECT || part == Part.LIST ? 1 : part == Part.END ? -1 : 0;
        if (depth > MOST_DEEP) {
            throw tooDeep(events.line());
        }
        return part;
    }
}
