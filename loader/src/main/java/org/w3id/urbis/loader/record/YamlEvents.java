package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * A YAML file, part by part. Values stay the text they are: {@code NO} is Norway and {@code 12:30} is no number. Several
 * documents in one file, and references to other parts of the file, are refused.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 */
final class YamlEvents implements TreeEvents {

    private final BoundedReader reader;
    private final Iterator<Event> events;

    /** Where one is in each object or list that is open, the innermost first. */
    private final Deque<Next> open = new ArrayDeque<>();

    private String text = "";
    private long line = 1;

    /** What comes next in an object or a list. */
    private enum Next {
        KEY,
        VALUE,
        MEMBER
    }

    YamlEvents(BoundedReader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.reader = reader;
        this.events = new Yaml(new SafeConstructor(options)).parse(reader).iterator();
    }

    @Override
    public Part next() throws BrokenTreeException, IOException {
        reader.begin();
        try {
            while (events.hasNext()) {
                Event event = events.next();
                line = event.getStartMark().getLine() + 1L;
                switch (event.getEventId()) {
                    case MappingStart -> {
                        return begins((MappingStartEvent) event);
                    }
                    case SequenceStart -> {
                        return begins((SequenceStartEvent) event);
                    }
                    case MappingEnd, SequenceEnd -> {
                        open.pop();
                        return Part.END;
                    }
                    case Scalar -> {
                        return scalar((ScalarEvent) event);
                    }
                    case Alias ->
                        throw new BrokenTreeException(
                                "*" + ((AliasEvent) event).getAnchor()
                                        + " refers to another part of the file. Write it out.",
                                line,
                                event.getStartMark().getColumn() + 1L,
                                null);
                    case DocumentEnd -> {
                        refuseAnother();
                        return null;
                    }
                    default -> {
                        // The beginning of the file and of the document.
                    }
                }
            }
            return null;
        } catch (MarkedYAMLException e) {
            throw new BrokenTreeException(
                    "This is no YAML: " + e.getProblem(),
                    e.getProblemMark() == null ? line : e.getProblemMark().getLine() + 1L,
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1L,
                    e);
        } catch (YAMLException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new BrokenTreeException("This is no YAML: " + e.getMessage(), line, 0, e);
        }
    }

    private void refuseAnother() throws BrokenTreeException {
        if (events.hasNext() && events.next().getEventId() == Event.ID.DocumentStart) {
            throw new BrokenTreeException("Here a second document begins. Give one document in a file.", line, 0, null);
        }
    }

    private Part begins(MappingStartEvent event) throws BrokenTreeException {
        noKey(event);
        open.push(Next.KEY);
        return Part.OBJECT;
    }

    private Part begins(SequenceStartEvent event) throws BrokenTreeException {
        noKey(event);
        open.push(Next.MEMBER);
        return Part.LIST;
    }

    /** Every other part of an object is a key, and a key is a text. */
    private void noKey(Event event) throws BrokenTreeException {
        if (isKey()) {
            throw new BrokenTreeException(
                    "An object or a list is no key.", line, event.getStartMark().getColumn() + 1L, null);
        }
    }

    private boolean isKey() {
        if (open.isEmpty() || open.peek() == Next.MEMBER) {
            return false;
        }
        boolean key = open.pop() == Next.KEY;
        open.push(key ? Next.VALUE : Next.KEY);
        return key;
    }

    private Part scalar(ScalarEvent event) {
        text = event.getValue();
        if (isKey()) {
            return Part.KEY;
        }
        boolean nothing = event.isPlain() && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        return nothing ? Part.NOTHING : Part.VALUE;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
