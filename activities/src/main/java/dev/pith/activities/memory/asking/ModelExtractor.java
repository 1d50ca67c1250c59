package dev.pith.activities.memory.asking;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.EndpointModels;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.ModelAnswer;
import dev.pith.activities.gateway.ModelCallException;
import dev.pith.activities.gateway.ModelTask;
import dev.pith.activities.gateway.ReplyValidator;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.memory.ExtractedMemory;
import dev.pith.activities.memory.Extractor;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.prompting.FlushMaterial;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.prompting.Transcript;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.flush.FlushTask;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Extracts memories with one model call. The model sees only the words of persons and agents, and no tool output, in
 * which instructions could be planted. Thread-safe.
 */
public final class ModelExtractor implements Extractor {

    /** Maximum reply length as a multiple of the requested one; models write longer than they are told. */
    private static final int TOLERATED = 2;

    private final EndpointModels models;
    private final Supplier<Redactor> redactors;

    /**
     * Creates an extractor for the models of one endpoint.
     *
     * @param models the profiles that describe the endpoint, at least one
     * @param redactors supply the redactor for every text sent to the model; memories are redacted in any case
     */
    public ModelExtractor(List<JournaledModel> models, Supplier<Redactor> redactors) {
        this.models = new EndpointModels(models);
        this.redactors = redactors;
    }

    @Override
    public List<ExtractedMemory> extract(
            FlushTask task, Conversation conversation, Stream<StoredMessage> messages, Attempt attempt) {
        ModelUse use = Objects.requireNonNull(task.range().model(), "a rung with a model needs one");
        JournaledModel model = models.of(use);
        ModelRoom room = ModelRoom.of(use, model.window(use.contextWindow()));
        Redactor redactor = redactors.get();
        Transcript transcript = Transcript.ofWords(redactor);
        ClaimVerifier claimVerifier = new ClaimVerifier(conversation);
        int readable = room.data(ModelRoom.MEMORIES, task.step().room());
        messages.forEachOrdered(message -> {
            transcript.add(message);
            claimVerifier.add(message);
            attempt.alive().accept(message.seq());
            if (transcript.tokens() > 2L * readable && transcript.wantsParts(readable)) {
                throw ModelCallException.tooLong(transcript.tokens(), readable);
            }
        });
        if (transcript.isEmpty()) {
            return List.of();
        }
        if (transcript.wantsParts(readable)) {
            throw ModelCallException.tooLong(transcript.tokens(), readable);
        }
        String project =
                conversation.project() == null ? null : Transcript.line(redactor.apply(conversation.project()));
        FlushMaterial material = new FlushMaterial(transcript.within(readable).text(), project, transcript.days());
        String said = material.text(task.step().rung());
        ModelRequest request = new ModelRequest(
                Prompt.FLUSH.text(),
                said,
                room.answer(ModelRoom.MEMORIES, task.step().room()));
        String reply = answer(model, question(task.range(), use, request, redactor, attempt), task, attempt);
        return MemoryJson.claims(reply).stream()
                .limit(material.most(task.step().rung()))
                .map(claimVerifier::check)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String answer(JournaledModel model, ModelTask question, FlushTask task, Attempt attempt) {
        ReplyValidator replyValidator = new ReplyValidator(
                TOLERATED * ModelRoom.MEMORIES * task.step().room(),
                Long.MAX_VALUE,
                question.promptTokens(),
                reply -> MemoryJson.isMemories(reply) ? Verdict.FIT : Verdict.MALFORMED);
        ModelAnswer modelAnswer = model.answer(question, replyValidator, attempt.stop());
        if (modelAnswer.verdict() != Verdict.FIT) {
            throw new UnfitReplyException(modelAnswer.verdict(), modelAnswer.reused());
        }
        return modelAnswer.text();
    }

    private static ModelTask question(
            FlushRange range, ModelUse use, ModelRequest request, Redactor redactor, Attempt attempt) {
        TokenCounter counter = TokenCounter.shared();
        return new ModelTask(
                range.conversation(),
                range.account(),
                "flush",
                // Each attempt has its own call budget, so that failed calls do not count against the next attempt.
                range.work(),
                use,
                attempt.due(),
                request,
                counter.count(request.instructions()) + counter.count(request.material()),
                redactor.taken());
    }
}
