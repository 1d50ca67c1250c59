package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The words in JSON values. */
final class Texts {

    private Texts() {}

    /** What a content field says: a text, or blocks of text. */
    static String flat(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode block : content) {
            String text =
                    block.isTextual() ? block.textValue() : block.path("text").asText();
            texts.add(text);
        }
        return String.join("\n", texts);
    }

    /** All strings in a value, in order. */
    static List<String> all(JsonNode value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(JsonNode value, List<String> texts) {
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(child -> collect(child, texts));
    }
}
