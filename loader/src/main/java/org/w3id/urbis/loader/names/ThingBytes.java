package org.w3id.urbis.loader.names;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A thing as bytes, in which the index keeps it: read back without unpacking anything else. */
final class ThingBytes {

    private ThingBytes() {}

    static byte[] write(NamedThing thing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(thing.iri());
        writeTexts(out, thing.types());
        out.writeShort(thing.names().size());
        for (Name name : thing.names()) {
            out.writeUTF(shortened(name.text()));
            out.writeUTF(name.language());
            out.writeByte(name.role().ordinal());
        }
        out.writeUTF(thing.country().orElse(""));
        writeTexts(out, thing.within());
        writeTexts(out, thing.codes());
        out.writeBoolean(thing.position().isPresent());
        if (thing.position().isPresent()) {
            out.writeDouble(thing.position().get().latitude());
            out.writeDouble(thing.position().get().longitude());
        }
        out.writeLong(thing.population());
        out.writeDouble(thing.weight());
        return bytes.toByteArray();
    }

    static NamedThing read(byte[] bytes, int offset, int length) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
        String iri = in.readUTF();
        Set<String> types = readTexts(in);
        int count = in.readUnsignedShort();
        List<Name> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(new Name(in.readUTF(), in.readUTF(), Name.Role.values()[in.readByte()]));
        }
        Optional<String> country = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
        Set<String> within = readTexts(in);
        Set<String> codes = readTexts(in);
        Optional<Position> position =
                in.readBoolean() ? Optional.of(new Position(in.readDouble(), in.readDouble())) : Optional.empty();
        return new NamedThing(iri, types, names, country, within, codes, position, in.readLong(), in.readDouble());
    }

    /** No name is that long; what is one by mistake must not stop a publication. */
    private static String shortened(String text) {
        return text.length() <= 10_000 ? text : text.substring(0, 10_000);
    }

    private static void writeTexts(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static Set<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        Set<String> texts = new LinkedHashSet<>(count * 2);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
