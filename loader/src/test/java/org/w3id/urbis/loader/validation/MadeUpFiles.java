package org.w3id.urbis.loader.validation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes files that nobody would write out of files that somebody wrote; from one seed always the same ones. */
final class MadeUpFiles {

    /** What parsers have to decide about, and what has broken some. */
    private static final List<String> PIECES = List.of(
            "@prefix a: <b> .\n",
            "<<( ",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "\"\"\"",
            "'''",
            "\\u0000",
            "\\uD800",
            "\\U0010FFFF",
            "^^",
            "@en",
            "@",
            "<",
            ">",
            "<!DOCTYPE r [<!ENTITY a \"b\">]>",
            "&a;",
            "<![CDATA[",
            "]]>",
            "<?xml version=\"1.1\" encoding=\"UTF-16\"?>",
            "rdf:parseType=\"Literal\"",
            "{\"@context\":",
            "\"@id\":",
            "null",
            "\"@graph\":[",
            "1e999999999",
            "-0",
            "999999999999999999999",
            "\r",
            "\r\n",
            "\n",
            "\t",
            "\0",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "=1+1",
            ",",
            ";",
            "\"",
            "\"\"",
            "#",
            ".",
            ":",
            "_:",
            "a",
            "<http://[",
            "%zz",
            "\uD83C\uDF0D");

    private static final List<byte[]> BYTES = List.of(
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF8},
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {'P', 'K', 3, 4});

    private final Random random;
    private final List<byte[]> examples;

    MadeUpFiles(List<byte[]> examples, long seed) {
        this.examples = examples;
        this.random = new Random(seed);
    }

    /** Returns one more. */
    byte[] next() {
        byte[] file = any(examples);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            file = changed(file);
        }
        return file;
    }

    private byte[] changed(byte[] file) {
        int at = random.nextInt(file.length + 1);
        int end = Math.min(file.length, at + random.nextInt(60));
        return switch (random.nextInt(9)) {
            case 0 -> joined(file, at, new byte[0], end);
            case 1 -> joined(file, at, any(PIECES).getBytes(StandardCharsets.UTF_8), at);
            case 2 -> joined(file, at, any(PIECES).getBytes(StandardCharsets.UTF_8), end);
            case 3 -> joined(file, at, any(BYTES), end);
            case 4 -> joined(file, at, repeated(Arrays.copyOfRange(file, at, end), 1 + random.nextInt(200)), end);
            case 5 -> joined(file, at, repeated(any(PIECES).getBytes(StandardCharsets.UTF_8), 1_500), at);
            case 6 -> Arrays.copyOf(file, at);
            case 7 -> joined(file, at, other(), file.length);
            default -> flipped(file, at);
        };
    }

    private byte[] other() {
        byte[] other = any(examples);
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private byte[] flipped(byte[] file, int at) {
        byte[] flipped = file.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] repeated(byte[] piece, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] joined(byte[] file, int at, byte[] middle, int end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(file, 0, at);
        all.writeBytes(middle);
        all.write(file, end, file.length - end);
        return all.toByteArray();
    }
}
