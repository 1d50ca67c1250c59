package dev.pith.starter.web.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.appending.ApiConversations;
import dev.pith.activities.appending.Appended;
import dev.pith.activities.appending.ConversationAppender;
import dev.pith.activities.appending.DeletedConversationException;
import dev.pith.activities.appending.IdempotencyKey;
import dev.pith.activities.appending.ReusedKeyException;
import dev.pith.activities.appending.SeqConflictException;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.web.automatic.AutomaticQueue;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.messages.InvalidMessagesException;
import dev.pith.starter.web.messages.MessagesReader;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent's own conversations: open one by a key, append messages. */
public record AppendRoutes(Backend backend, AutomaticQueue automatic) {

    private static final int CREATED = 201;

    /**
     * The body that opens a conversation.
     *
     * @param key the caller's own name of the conversation
     */
    record OpenBody(
            @Nullable String key,
            @Nullable String title,
            @Nullable String project) {
        @JsonCreator
        OpenBody(
                @JsonProperty("key") @Nullable String key,
                @JsonProperty("title") @Nullable String title,
                @JsonProperty("project") @Nullable String project) {
            if (key == null) {
                throw new IllegalArgumentException("key is missing: give the conversation a name of your own");
            }
            this.key = key;
            this.title = title;
            this.project = project;
        }
    }

    /** The body of an append. */
    record AppendBody(JsonNode messages, @Nullable Long expectedSeq) {
        @JsonCreator
        AppendBody(
                @JsonProperty("messages") @Nullable JsonNode messages,
                @JsonProperty("expectedSeq") @Nullable Long expectedSeq) {
            if (messages == null || !messages.isArray()) {
                throw new IllegalArgumentException("messages is missing: it must be an array of messages");
            }
            if (expectedSeq != null && expectedSeq < 0) {
                throw new IllegalArgumentException("expectedSeq is " + expectedSeq + ", must be at least 0");
            }
            this.messages = messages;
            this.expectedSeq = expectedSeq;
        }
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/conversations", this::open),
                Route.post("/v1/conversations/{id}/messages", this::append));
    }

    private void open(Context ctx) {
        Parameters.of(ctx);
        OpenBody body = Body.of(ctx, OpenBody.class);
        try {
            ApiConversations.Opened opened = new ApiConversations(backend.database())
                    .open(String.valueOf(body.key()), body.title(), body.project());
            String id = opened.conversation().id();
            ctx.header("Location", "/v1/conversations/" + id);
            ctx.status(opened.created() ? CREATED : 200);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", id);
            answer.put("key", body.key());
            answer.put("seq", opened.conversation().messages());
            answer.put("version", opened.conversation().contextVersion());
            Responses.json(ctx, answer);
        } catch (DeletedConversationException e) {
            throw Problem.because(ProblemKind.GONE, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private void append(Context ctx) {
        Parameters.of(ctx);
        String conversation = Lookup.id(ctx, "id");
        byte[] bytes = Body.bytes(ctx, Body.LARGE);
        try {
            AppendBody body = Body.read(bytes, AppendBody.class);
            List<NewMessage> messages = MessagesReader.read(body.messages());
            Appended appended = new ConversationAppender(backend.database())
                    .append(conversation, messages, key(ctx, bytes), body.expectedSeq());
            // Also after a replay: the process may have ended between the first append and its look.
            automatic.appended(conversation);
            ctx.status(appended.replayed() ? 200 : CREATED);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("firstSeq", appended.firstSeq());
            answer.put("seq", appended.lastSeq());
            answer.put("known", appended.known());
            answer.put("version", appended.contextVersion());
            answer.put("replayed", appended.replayed());
            Responses.json(ctx, answer);
        } catch (SeqConflictException e) {
            throw Problem.of(ProblemKind.CONFLICT, String.valueOf(e.getMessage()), Map.of("currentSeq", e.current()));
        } catch (ReusedKeyException | InvalidMessagesException | IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable IdempotencyKey key(Context ctx, byte[] body) {
        String value = ctx.header("Idempotency-Key");
        return value == null ? null : new IdempotencyKey(value, Sha256.hex(new String(body, StandardCharsets.UTF_8)));
    }
}
