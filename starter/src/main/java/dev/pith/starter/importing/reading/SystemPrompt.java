package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;

/** A system prompt stored beside the messages: Anthropic's {@code system}, OpenAI's {@code instructions}. */
public final class SystemPrompt {

    private static final List<String> FIELDS = List.of("system", "system_prompt", "instructions");

    private SystemPrompt() {}

    public static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    /** Returns the prompt of an object; a missing node if there is none. */
    public static JsonNode of(JsonNode object) {
        return FIELDS.stream()
                .map(object::path)
                .filter(SystemPrompt::isText)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Returns the prompt of a document that is one object, at any position in it; a missing node if there is none. */
    public static JsonNode in(SourceFile source) throws IOException {
        try (JsonParser parser = JsonFields.FACTORY.createParser(Utf8.reader(source.open()))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = isField(parser.currentName());
                parser.nextToken();
                JsonNode prompt = named ? JsonFields.MAPPER.readTree(parser) : MissingNode.getInstance();
                if (isText(prompt)) {
                    return prompt;
                }
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            // There is no prompt before the broken position.
            return MissingNode.getInstance();
        }
        return MissingNode.getInstance();
    }

    private static boolean isText(JsonNode prompt) {
        return prompt.isTextual() || (prompt.isArray() && prompt.path(0).isObject());
    }
}
