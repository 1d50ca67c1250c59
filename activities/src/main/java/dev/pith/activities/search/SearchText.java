package dev.pith.activities.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import java.io.IOException;

/** The text by which a message is found, and of which snippets are shown. */
final class SearchText {

    /** Of a longer message, such as a log that a tool printed, the middle is not searched. */
    private static final int LONGEST = 200_000;

    private static final JsonFactory JSON = new JsonFactory();

    private SearchText() {}

    static String of(StoredMessage message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.parts()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            if (part instanceof Part.ToolCall call) {
                text.append(call.name()).append('\n').append(plain(call.input()));
            } else {
                text.append(part.text());
            }
        }
        return text.length() <= LONGEST
                ? text.toString()
                : text.substring(0, LONGEST / 2) + "\n" + text.substring(text.length() - LONGEST / 2);
    }

    /** Returns the names and values of JSON without its escapes, which would join letters to words: {@code \nfoo}. */
    static String plain(String input) {
        if (!input.startsWith("{") && !input.startsWith("[")) {
            return input;
        }
        StringBuilder plain = new StringBuilder();
        try (JsonParser json = JSON.createParser(input)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    plain.append(json.currentName()).append(": ");
                } else if (token.isScalarValue()) {
                    plain.append(json.getText()).append('\n');
                }
            }
            return plain.toString();
        } catch (IOException e) {
            return input;
        }
    }
}
