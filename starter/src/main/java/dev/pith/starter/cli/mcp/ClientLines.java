package dev.pith.starter.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pith.starter.importing.reading.JsonFields;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a client, a line each. A line that is no message is answered with an error and left out, as section 5
 * of JSON-RPC 2.0 demands, unless it is a notification; the SDK would stop reading at it. The end is told once all
 * requests before it are answered. Confined to one reading thread.
 */
final class ClientLines extends InputStream {

    private static final ObjectReader ONE =
            JsonFields.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String VERSION = "2.0";

    /** Why a line is refused, in the codes of JSON-RPC. */
    private record Fault(int code, String words) {}

    private final BufferedReader lines;
    private final AnswerStream answers;
    private final Runnable ended;
    private byte[] line = {};
    private int next;

    /**
     * @param answers where errors are written, between the SDK's messages
     * @param ended runs when the client has closed its stream, which the SDK does not tell
     */
    ClientLines(InputStream in, AnswerStream answers, Runnable ended) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.answers = answers;
        this.ended = ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (next == line.length && !isNextMessage()) {
            answers.awaitAll();
            ended.run();
            return -1;
        }
        int read = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, read);
        next += read;
        return read;
    }

    private boolean isNextMessage() throws IOException {
        String text = lines.readLine();
        while (text != null && !isMessage(text)) {
            text = lines.readLine();
        }
        line = text == null ? line : (text + "\n").getBytes(StandardCharsets.UTF_8);
        next = text == null ? line.length : 0;
        return text != null;
    }

    private boolean isMessage(String text) throws IOException {
        if (text.isBlank()) {
            return false;
        }
        JsonNode message;
        try {
            message = ONE.readTree(text);
        } catch (JsonProcessingException e) {
            message = MissingNode.getInstance();
        }
        Fault fault = fault(text, message);
        boolean notice = message.has("method") && !message.has("id");
        if (fault == null) {
            answers.expect(message.has("method") && !notice);
        } else if (!notice) {
            refuse(message.path("id"), fault);
        }
        return fault == null;
    }

    private static @Nullable Fault fault(String text, JsonNode message) throws IOException {
        if (!message.isObject()) {
            return new Fault(ErrorCodes.PARSE_ERROR, "the line is no whole JSON object: send one message a line");
        }
        if (message.hasNonNull("id") && !isId(message.path("id"))) {
            return new Fault(ErrorCodes.INVALID_REQUEST, "the id is neither a text nor an integer of 64 bits");
        }
        if (!message.path("jsonrpc").asText().equals(VERSION)) {
            return new Fault(ErrorCodes.INVALID_REQUEST, "the object's jsonrpc is not \"2.0\": send JSON-RPC 2.0");
        }
        JsonNode params = message.path("params");
        if (message.hasNonNull("params") && !params.isObject()) {
            return new Fault(ErrorCodes.INVALID_PARAMS, "params is no JSON object: send {\"name\": value, …}");
        }
        if (message.path("method").asText().equals(McpSchema.METHOD_TOOLS_CALL) && !isCall(params)) {
            return new Fault(
                    ErrorCodes.INVALID_PARAMS, "params is no call: send {\"name\": a tool, \"arguments\": {…}}");
        }
        return isOfAKind(text)
                ? null
                : new Fault(
                        ErrorCodes.INVALID_REQUEST,
                        "the object is no JSON-RPC message: it needs a method, a result or an error");
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || (id.isIntegralNumber() && id.canConvertToLong());
    }

    private static boolean isCall(JsonNode params) {
        return params.path("name").isTextual()
                && (!params.hasNonNull("arguments") || params.path("arguments").isObject());
    }

    /** Returns whether the SDK takes an object for a request, a notification or an answer. */
    private static boolean isOfAKind(String text) throws IOException {
        try {
            McpSchema.deserializeJsonRpcMessage(McpJsonDefaults.getMapper(), text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(JsonNode id, Fault fault) throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", VERSION);
        answer.put("id", isId(id) ? id : null);
        answer.put("error", Map.of("code", fault.code(), "message", fault.words()));
        byte[] bytes = (JsonFields.MAPPER.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        // The SDK holds the same lock while it writes a message.
        synchronized (answers) {
            answers.expect(true);
            answers.write(bytes);
            answers.flush();
        }
    }
}
