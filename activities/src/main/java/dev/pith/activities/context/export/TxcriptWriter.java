package dev.pith.activities.context.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.conversation.Conversation;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * Txcript's interchange format "Simple": one document with messages in Anthropic's form, which txcript turns into a
 * session of any tool that it knows. The format has no form of its own for a summary, which is a user message.
 */
final class TxcriptWriter implements SessionWriter {

    private final Handover handover;
    private final JsonGenerator json;

    TxcriptWriter(Handover handover, Writer out) throws IOException {
        this.handover = handover;
        this.json = SessionLines.document(out);
    }

    @Override
    public void begin() throws IOException {
        Conversation conversation = handover.context().conversation();
        json.writeStartObject();
        json.writeStringField("id", handover.session().toString());
        json.writeStringField("timestamp", SessionLines.time(handover.made()));
        json.writeStringField("cwd", handover.directory());
        if (conversation.branch() != null) {
            json.writeStringField("git_branch", conversation.branch());
        }
        if (conversation.title() != null) {
            json.writeStringField("title", conversation.title());
        }
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void summarized(String text, Instant at) throws IOException {
        message("user", TextNode.valueOf(text), at);
    }

    @Override
    public void said(Said said, Instant at) throws IOException {
        message("user", TextNode.valueOf(said.text()), at);
    }

    @Override
    public void replied(Replied replied, Instant at) throws IOException {
        message("assistant", AnthropicBlocks.reply(replied), at);
        if (!replied.calls().isEmpty()) {
            message("user", AnthropicBlocks.results(replied), at);
        }
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void message(String role, JsonNode content, Instant at) throws IOException {
        ObjectNode message = SessionLines.object().put("role", role);
        message.set("content", content);
        json.writeTree(message.put("timestamp", SessionLines.time(at)));
    }
}
