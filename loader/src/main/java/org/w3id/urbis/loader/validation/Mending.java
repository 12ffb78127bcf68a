package org.w3id.urbis.loader.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the fixes for which nobody has to decide, and judges again: a mended fault may uncover another.
 *
 * <p>What a fix only proposes is left alone, and so are tables, and files that are not in UTF-8.
 *
 * @param texts  the files that came out other than they were, by name
 * @param fixed  what was mended, in the order in which it was done, each with its place in the text as it was then
 * @param result what is found in the files as they are now
 */
public record Mending(Map<String, String> texts, List<Finding> fixed, ValidationResult result) {

    /** So many times texts are mended and judged again; fixes do not go round in circles for longer. */
    private static final int MOST_ROUNDS = 5;

    /** Copies what it is given. */
    public Mending {
        texts = Map.copyOf(texts);
        fixed = List.copyOf(fixed);
    }

    /**
     * Mends files.
     *
     * @param validation how to judge
     * @param contents   the bytes of each file, by a name whose ending tells the format
     * @return what came out; nothing is written
     * @throws UnknownFormatException if an ending tells no format
     * @throws FileTooLargeException  if a file is larger than is read
     */
    public static Mending of(FileValidation validation, Map<String, byte[]> contents) {
        Map<String, byte[]> now = new LinkedHashMap<>(contents);
        Map<String, String> texts = new LinkedHashMap<>();
        List<Finding> fixed = new ArrayList<>();
        ValidationResult result = validation.validate(now);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, String> mended = mended(now, result, fixed);
            if (mended.isEmpty()) {
                break;
            }
            mended.forEach((name, text) -> now.put(name, text.getBytes(StandardCharsets.UTF_8)));
            texts.putAll(mended);
            result = validation.validate(now);
        }
        return new Mending(texts, fixed, result);
    }

    private static Map<String, String> mended(
            Map<String, byte[]> contents, ValidationResult result, List<Finding> fixed) {
        Map<String, String> mended = new LinkedHashMap<>();
        contents.forEach((name, bytes) -> text(name, bytes).ifPresent(text -> {
            List<Finding> sure = result.findings().stream()
                    .filter(finding -> finding.file().equals(name) && MendedText.isSure(finding))
                    .toList();
            String better = MendedText.mended(text, sure);
            if (!better.equals(text)) {
                mended.put(name, better);
                fixed.addAll(sure);
            }
        }));
        return mended;
    }

    private static Optional<String> text(String name, byte[] bytes) {
        if (RdfFormat.ofFileName(name).filter(RdfFormat::isTable).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }
}
