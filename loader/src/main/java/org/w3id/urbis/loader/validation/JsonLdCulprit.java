package org.w3id.urbis.loader.validation;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the part of a document for which a reader of JSON-LD refuses it, for the reader names none: the document is cut off
 * after a part, later or earlier, until it is readable without that part and not with it.
 */
final class JsonLdCulprit {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Predicate<JsonValue> isReadable;

    private JsonLdCulprit(Predicate<JsonValue> isReadable) {
        this.isReadable = isReadable;
    }

    /**
     * Finds where an unreadable document has to be mended.
     *
     * @param root       the document
     * @param isReadable whether a document can be read
     * @return the offset of the key or value
     */
    static int of(JsonPart root, Predicate<JsonValue> isReadable) {
        return new JsonLdCulprit(isReadable).within(root, part -> part);
    }

    /** Finds the culprit in a part, where a part can be put back into the document. */
    private int within(JsonPart part, Frame frame) {
        List<JsonPart> children = part.children();
        if (children.isEmpty()) {
            return part.keyStart();
        }
        if (!isReadable.test(frame.document(cut(part, 0)))) {
            return children.stream()
                    .filter(child -> child.key().equals("@context"))
                    .findFirst()
                    .map(context -> within(context, child -> frame.document(with(part, 0, context, child))))
                    .orElse(part.keyStart());
        }
        int low = 0;
        int high = children.size();
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (isReadable.test(frame.document(cut(part, middle)))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int culprit = low;
        JsonPart last = children.get(culprit);
        return within(last, child -> frame.document(with(part, culprit, last, child)));
    }

    /** The first so many members or items, and the context, without which the others mean something else. */
    private static JsonValue cut(JsonPart part, int count) {
        return build(part, count, Optional.empty(), JsonValue.NULL);
    }

    private static JsonValue with(JsonPart part, int count, JsonPart last, JsonValue value) {
        return build(part, count, Optional.of(last), value);
    }

    private static JsonValue build(JsonPart part, int count, Optional<JsonPart> last, JsonValue value) {
        List<JsonPart> children = part.children();
        if (part.isObject()) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            for (int i = 0; i < children.size(); i++) {
                if (i < count || children.get(i).key().equals("@context")) {
                    object.add(children.get(i).key(), JsonLdMarks.plain(children.get(i)));
                }
            }
            last.ifPresent(child -> object.add(child.key(), value));
            return object.build();
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        children.stream().limit(count).map(JsonLdMarks::plain).forEach(array::add);
        last.ifPresent(child -> array.add(value));
        return array.build();
    }

    /** The rest of a document around one part. */
    @FunctionalInterface
    private interface Frame {

        JsonValue document(JsonValue part);
    }
}
