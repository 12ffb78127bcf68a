package org.w3id.urbis.loader.validation;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A value of a JSON document and where it stands: an object with its members, an array with its items, or neither. */
final class JsonPart {

    private final JsonPart parent;
    private final String key;
    private final int keyStart;
    private final int keyEnd;
    private final int start;
    private final List<JsonPart> children = new ArrayList<>();
    private int end;
    private JsonValue scalar;
    private boolean object;

    /** Begins a value; for what is no member of an object, the key is its number and has no place of its own. */
    JsonPart(JsonPart parent, String key, int keyStart, int keyEnd, int start) {
        this.parent = parent;
        this.key = key;
        this.keyStart = keyStart;
        this.keyEnd = keyEnd;
        this.start = start;
    }

    /** Ends a value that has no children. */
    JsonPart scalar(JsonValue value, int end) {
        this.scalar = value;
        this.end = end;
        return this;
    }

    /** Ends an object or an array. */
    JsonPart container(boolean isObject, int end) {
        this.object = isObject;
        this.end = end;
        return this;
    }

    void add(JsonPart child) {
        children.add(child);
    }

    /** The value, if it is no object and no array. */
    Optional<JsonValue> scalar() {
        return Optional.ofNullable(scalar);
    }

    boolean isObject() {
        return object;
    }

    List<JsonPart> children() {
        return children;
    }

    /** The key of a member, the number of an item; empty for the document. */
    String key() {
        return key;
    }

    /** What the value is a member or an item of; empty for the document. */
    Optional<JsonPart> parent() {
        return Optional.ofNullable(parent);
    }

    /** Where the value begins. */
    int start() {
        return start;
    }

    /** Where the value ends: after its last character. */
    int end() {
        return end;
    }

    /** Where the key begins; where the value does, if it has none. */
    int keyStart() {
        return keyStart < 0 ? start : keyStart;
    }

    /** Another member of the object that this is a member of. */
    Optional<JsonPart> sibling(Predicate<String> isMeant) {
        return parent == null || !parent.object
                ? Optional.empty()
                : parent.children.stream()
                        .filter(child -> isMeant.test(child.key))
                        .findFirst();
    }

    /** The innermost member, of those that the value is or is within, with such a key; empty if there is none. */
    Optional<JsonPart> within(Predicate<String> isMeant) {
        if (parent == null) {
            return Optional.empty();
        }
        return parent.object && isMeant.test(key) ? Optional.of(this) : parent.within(isMeant);
    }

    /** The place in the document, RFC 6901. */
    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The innermost value that holds an offset, its key counted as part of it; this one if no child does. */
    JsonPart at(int offset) {
        for (JsonPart child : children) {
            if (child.keyStart() <= offset && offset < child.end) {
                return child.at(offset);
            }
        }
        return this;
    }

    /** Where that ends which holds an offset: the key, the scalar, or the bracket. */
    int endOf(int offset) {
        if (keyStart >= 0 && offset < keyEnd) {
            return keyEnd;
        }
        return scalar != null ? end : offset == start ? start + 1 : offset;
    }
}
