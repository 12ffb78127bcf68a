package org.w3id.urbis.loader.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.PatchWriter;

/** A preview as RDF Patch. What cannot be read changes nothing. */
final class PreviewPatch {

    private PreviewPatch() {}

    static void write(Optional<Preview> preview, OutputStream out) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        write(preview, rows, "urn:uuid:" + new UUID(0, 0));
        // The same changes have the same name.
        String id = "urn:uuid:" + UUID.nameUUIDFromBytes(rows.toByteArray());
        write(preview, out, id);
    }

    private static void write(Optional<Preview> preview, OutputStream out, String id) {
        PatchWriter patch = new PatchWriter(
                out, id, preview.map(before -> BaseIri.URBIS.value() + "revisions/" + before.revision()));
        preview.ifPresent(change -> {
            change.lost().forEach(patch::delete);
            change.gained().forEach(patch::add);
        });
        patch.end();
    }
}
