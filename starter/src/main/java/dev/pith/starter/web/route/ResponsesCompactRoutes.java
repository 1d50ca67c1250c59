package dev.pith.starter.web.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.appending.ApiConversations;
import dev.pith.activities.appending.ConversationAppender;
import dev.pith.activities.appending.SeqConflictException;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.importing.responses.ResponsesInput;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.Json;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compacts the input of a request in the form of OpenAI's {@code POST /v1/responses/compact}. The input is stored as a
 * conversation of its own; the same body again gives the same answer without another compaction.
 */
public record ResponsesCompactRoutes(Backend backend) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Outcomes after which the input is answered as it came. */
    private static final Set<Outcome> SHORT_ENOUGH = Set.of(Outcome.NOTHING_TO_DO, Outcome.IRREDUCIBLE);

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.post("/v1/responses/compact", this::compact));
    }

    private void compact(Context ctx) {
        Parameters.of(ctx);
        byte[] bytes = Body.bytes(ctx, Body.LARGE);
        JsonNode body = Body.tree(bytes);
        try {
            if (body.hasNonNull("model") && !body.path("model").isTextual()) {
                throw new IllegalArgumentException("model must be a text");
            }
            List<ResponsesInput> input = ResponsesInput.read(body.path("input"));
            Conversation stored = stored(input, Sha256.hex(new String(bytes, StandardCharsets.UTF_8)));
            ctx.header("Pith-Conversation", stored.id());
            @Nullable
            String model = body.path("model").isTextual() ? body.path("model").textValue() : null;
            if (stored.contextVersion() > 1) {
                answer(ctx, stored.id(), input, model);
                return;
            }
            Settings settings = backend.settings().get();
            CompactionSpec spec =
                    new StartBody(null, null, known(settings, model), null, null, null, null, null).spec(settings);
            new RequiredWorker(backend).require(spec.model(), settings);
            CompactionClient.Running running = backend.engine().compactions().start(stored.id(), spec);
            String id = running.request().id();
            ctx.future(() -> backend.feeds()
                    .await(CompactionRoutes.key(id), new CompactionReading(backend).following(id), PATIENCE)
                    .thenRun(() -> {
                        requireEnded(id);
                        answer(ctx, stored.id(), input, model);
                    }));
        } catch (IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private Conversation stored(List<ResponsesInput> input, String hash) {
        List<NewMessage> messages = input.stream()
                .map(ResponsesInput::message)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("input has no item with readable text: there is nothing to compact");
        }
        Conversation opened = new ApiConversations(backend.database())
                .open("responses-" + hash, null, null)
                .conversation();
        try {
            new ConversationAppender(backend.database()).append(opened.id(), messages, null, 0L);
        } catch (SeqConflictException stored) {
            // An earlier request with the same body stored it, perhaps at the same time.
        }
        return backend.database().table(Conversations.class).find(opened.id()).orElseThrow();
    }

    /** Returns the model if it is a profile; a name of OpenAI's, which callers must send, leaves it to the settings. */
    private static @Nullable String known(Settings settings, @Nullable String model) {
        return model != null && settings.models().names().contains(model) ? model : null;
    }

    private void requireEnded(String id) {
        Compaction compaction =
                backend.database().table(Compactions.class).find(id).orElseThrow();
        if (compaction.running()) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "the compaction runs longer than " + PATIENCE.toMinutes()
                            + " minutes: send the same body again later for its result");
        }
        if (compaction.toVersion() == null && !SHORT_ENOUGH.contains(compaction.ending())) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "the compaction ended as " + Json.lower(compaction.ending())
                            + (compaction.error() == null ? "" : ": " + compaction.error()));
        }
    }

    private void answer(Context ctx, String conversation, List<ResponsesInput> input, @Nullable String model) {
        Responses.json(ctx, new CompactedResponse(backend.database(), conversation, input).object(model));
    }
}
