package org.w3id.urbis.endpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The published JSON-LD context: which name stands for which property, and how values of it are written.
 *
 * <p>Within a version names are only added. The order of the names is the order in which documents are written.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD 1.1, section 3.1</a>
 */
public final class DocumentContext {
    /** Path of the context below the base IRI. */
    public static final String PATH = "context/urbis-1.jsonld";

    /** Path of the context that collections add to it. */
    public static final String OF_COLLECTIONS = "context/collection-1.jsonld";

    private final byte[] bytes;
    private final String vocabulary;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<Node, Member> members = new HashMap<>();
    private final Map<String, Member> byName = new LinkedHashMap<>();

    private DocumentContext(byte[] bytes) {
        this.bytes = bytes;
        JsonObject context =
                JSON.parse(new String(bytes, StandardCharsets.UTF_8)).getObj("@context");
        this.vocabulary = context.getString("@vocab");
        context.forEach(this::readPrefix);
        context.forEach(this::readMember);
    }

    /** The context that ships with the program. */
    public static DocumentContext shipped() {
        return new DocumentContext(file(PATH));
    }

    /** A context file that ships with the program, by its path below the base IRI. */
    public static byte[] file(String path) {
        try (InputStream in = ResourceFolder.onClasspath("urbis/ontology").open(path)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void readPrefix(String name, JsonValue definition) {
        // A simple definition that ends like a namespace serves as a prefix: JSON-LD 1.1 API, create term definition,
        // 14.2.5.
        if (definition.isString() && definition.getAsString().value().matches("https?:.*[/#]") && !isKeyword(name)) {
            prefixes.put(name, definition.getAsString().value());
        }
    }

    private void readMember(String name, JsonValue definition) {
        if (isKeyword(name) || prefixes.containsKey(name)) {
            return;
        }
        boolean simple = definition.isString();
        String id = simple ? definition.getAsString().value() : text(definition.getAsObject(), "@id");
        if (id.isEmpty() || isKeyword(id)) {
            return;
        }
        String type = simple ? "" : text(definition.getAsObject(), "@type");
        List<String> containers =
                simple ? List.of() : texts(definition.getAsObject().get("@container"));
        Member member = new Member(
                name,
                NodeFactory.createURI(expand(id)),
                form(type, containers),
                type.isEmpty() || isKeyword(type) ? "" : expand(type),
                containers.contains("@set"),
                byName.size());
        byName.put(name, member);
        members.put(member.property(), member);
    }

    private static Member.Form form(String type, List<String> containers) {
        if (containers.contains("@language")) {
            return Member.Form.TEXT;
        }
        return switch (type) {
            case "@id" -> Member.Form.REFERENCE;
            case "@vocab" -> Member.Form.WORD;
            default -> Member.Form.VALUE;
        };
    }

    private static String text(JsonObject object, String key) {
        return object.hasKey(key) ? object.getString(key) : "";
    }

    private static List<String> texts(JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.getAsArray().forEach(item -> texts.add(item.getAsString().value()));
        } else if (value != null) {
            texts.add(value.getAsString().value());
        }
        return texts;
    }

    private static boolean isKeyword(String text) {
        return text.startsWith("@");
    }

    private String expand(String compact) {
        String[] parts = compact.split(":", 2);
        return prefixes.get(parts[0]) + parts[1];
    }

    /** The file as it is published. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How a property is written; empty if the context has no name for it. */
    public Optional<Member> member(Node property) {
        return Optional.ofNullable(members.get(property));
    }

    /** What a name stands for; empty if it is none of the context's. */
    public Optional<Member> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, in the order in which documents are written. */
    public Map<String, Member> members() {
        return Collections.unmodifiableMap(byName);
    }

    /**
     * The shortest writing of an IRI where a word of the vocabulary is expected: a name, a local name of the ontology, a
     * prefixed name, or the IRI itself.
     */
    public String word(Node iri) {
        Member member = members.get(iri);
        if (member != null) {
            return member.name();
        }
        String text = iri.getURI();
        if (text.startsWith(vocabulary)) {
            String local = text.substring(vocabulary.length());
            if (local.matches("[A-Za-z][A-Za-z0-9]*") && !byName.containsKey(local) && !prefixes.containsKey(local)) {
                return local;
            }
        }
        return prefixed(text);
    }

    /** An IRI with the prefix of the longest namespace that holds it; the IRI itself if none does. */
    String prefixed(String iri) {
        String best = iri;
        int length = 0;
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            String namespace = prefix.getValue();
            // A suffix that begins with two slashes would make an absolute IRI of the prefix's name.
            if (namespace.length() > length && iri.startsWith(namespace) && !iri.startsWith("//", namespace.length())) {
                best = prefix.getKey() + ":" + iri.substring(namespace.length());
                length = namespace.length();
            }
        }
        return best;
    }
}
