package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes JSON values as YAML in block style.
 *
 * <p>Text that could be taken for something else is written in double quotes as JSON writes it, which YAML 1.2 reads alike.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 */
final class Yaml {
    /** Words that need no quotes: nothing in them is a sign of YAML, and with the exceptions none is a number or a truth. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/$][A-Za-z0-9_/{}.$-]*( [A-Za-z0-9_/.-]+)*");

    private static final Pattern TRUTH_OR_NOTHING =
            Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|\\.(inf|nan)");

    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    /** The value as a document. */
    static String of(JsonNode value) {
        Yaml yaml = new Yaml();
        yaml.value(value, 0);
        return yaml.out.toString();
    }

    /** Writes a value after a dash, a colon or nothing; lists and maps that hold something begin on a line of their own. */
    private void value(JsonNode value, int depth) {
        if (value.isObject() && !value.isEmpty()) {
            Iterator<Map.Entry<String, JsonNode>> members = value.fields();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                indent(depth).append(text(member.getKey())).append(':');
                nested(member.getValue(), depth + 1);
            }
        } else if (value.isArray() && !value.isEmpty()) {
            for (JsonNode item : value) {
                indent(depth).append('-');
                nested(item, depth + 1);
            }
        } else {
            out.append(value.isTextual() ? text(value.textValue()) : value.toString())
                    .append('\n');
        }
    }

    private void nested(JsonNode value, int depth) {
        if (value.isContainerNode() && !value.isEmpty()) {
            out.append('\n');
        } else {
            out.append(' ');
        }
        value(value, depth);
    }

    private StringBuilder indent(int depth) {
        return out.repeat(' ', 2 * depth);
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !TRUTH_OR_NOTHING.matcher(text).matches();
        return plain ? text : TextNode.valueOf(text).toString();
    }
}
