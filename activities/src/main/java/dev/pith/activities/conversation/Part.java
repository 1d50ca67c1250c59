package dev.pith.activities.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One piece of a message, in the order of the source. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Part.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Part.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = Part.Reasoning.class, name = "reasoning"),
    @JsonSubTypes.Type(value = Part.ToolCall.class, name = "tool_call"),
    @JsonSubTypes.Type(value = Part.ToolResult.class, name = "tool_result"),
    @JsonSubTypes.Type(value = Part.Attachment.class, name = "attachment")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Part {

    /** Returns the text for readers and token counters. */
    String text();

    /** Returns this part with the function applied to every string. */
    Part with(UnaryOperator<String> change);

    /** Plain text. */
    record Text(String text) implements Part {
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new Text(change.apply(text));
        }
    }

    /** Text that a program inserted next to a person's, such as a reminder; not a request. */
    record Notice(String text) implements Part {

        public Notice {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new Notice(change.apply(text));
        }
    }

    /** A model's reasoning; never part of a context. */
    record Reasoning(String text) implements Part {
        public Reasoning {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new Reasoning(change.apply(text));
        }
    }

    /**
     * A call of a tool.
     *
     * @param callId links the call to its result
     * @param input the arguments, as JSON text if the source has JSON
     */
    record ToolCall(String callId, String name, String input) implements Part {
        public ToolCall {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(input, "input");
        }

        @Override
        public String text() {
            return name + " " + input;
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new ToolCall(change.apply(callId), change.apply(name), change.apply(input));
        }
    }

    /** The result of a tool call. */
    record ToolResult(String callId, String text, boolean failed) implements Part {
        public ToolResult {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new ToolResult(change.apply(callId), change.apply(text), failed);
        }
    }

    /**
     * An attachment, recorded by name only; its content is not stored.
     *
     * @param size in bytes; 0 if the source does not state it
     */
    record Attachment(String name, @Nullable String mediaType, long size) implements Part {
        public Attachment {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String text() {
            return "[attachment " + name + "]";
        }

        @Override
        public Part with(UnaryOperator<String> change) {
            return new Attachment(change.apply(name), mediaType == null ? null : change.apply(mediaType), size);
        }
    }
}
