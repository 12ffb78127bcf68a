package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void countsLinesFromOneWhateverEndsThem() {
        SourceText text = decode("one\r\ntwo\n\nfour");
        assertEquals(4, text.lineCount());
        assertEquals("one", text.line(1));
        assertEquals("two", text.line(2));
        assertEquals("", text.line(3));
        assertEquals("four", text.line(4));
        assertEquals("", text.line(0));
        assertEquals("", text.line(5));
    }

    @Test
    void findsThePlaceOfAnOffset() {
        SourceText text = decode("ab\ncd\n");
        assertEquals(new Position("f", 1, 1), text.position(0));
        assertEquals(new Position("f", 1, 3), text.position(2));
        assertEquals(new Position("f", 2, 2), text.position(4));
        assertEquals(new Position("f", 3, 1), text.position(6));
    }

    @Test
    void findsTheOffsetOfAPlace() {
        SourceText text = decode("ab\ncd\n");
        assertEquals(0, text.offset(1, 1));
        assertEquals(4, text.offset(2, 2));
        assertEquals(2, text.offset(1, 9), "the end of the line");
        assertEquals(6, text.offset(9, 1), "the end of the text");
        assertEquals(0, text.offset(0, 0));
    }

    @Test
    void remembersTheFirstBytesThatAreNoUtf8AndReadsOn() {
        byte[] bytes = "ok \u00e9 then x bad".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xE9;
        SourceText text = SourceText.decode("f", bytes);
        assertEquals("ok \u00e9 then \uFFFD bad", text.text());
        assertEquals(OptionalInt.of(10), text.undecodable());
        assertTrue(decode("fine").undecodable().isEmpty());
    }

    @Test
    void passesOverAByteOrderMark() {
        assertEquals(" a", decode("\uFEFFa").text());
    }

    private static SourceText decode(String text) {
        return SourceText.decode("f", text.getBytes(StandardCharsets.UTF_8));
    }
}
