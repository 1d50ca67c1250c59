package dev.pith.activities.compaction;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.CancellationToken;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.ModelAnswer;
import dev.pith.activities.gateway.ModelCallException;
import dev.pith.activities.gateway.ModelTask;
import dev.pith.activities.gateway.ReplyValidator;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.planning.ModelRoom;
import dev.pith.activities.prompting.Material;
import dev.pith.activities.prompting.Transcript;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.summarizing.Assembly;
import dev.pith.activities.summarizing.Digest;
import dev.pith.activities.summarizing.ExtractiveReading;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Summarizes with one call of a model. A reply is accepted or refused, never repaired. */
final class ModelSummarizer implements Summarizer {

    private final JournaledModel model;
    private final PromptSpec promptSpec;
    private final CancellationToken cancellationToken;
    private final Redactor redactor;
    private final TokenCounter counter = TokenCounter.shared();

    ModelSummarizer(
            JournaledModel model, PromptSpec promptSpec, CancellationToken cancellationToken, Redactor redactor) {
        this.model = model;
        this.promptSpec = promptSpec;
        this.cancellationToken = cancellationToken;
        this.redactor = redactor;
    }

    @Override
    public String name() {
        return model.profile().model();
    }

    @Override
    public String variant() {
        return model.profile().endpoint() + "\u001f" + promptHash() + "\u001f"
                + promptSpec.anchors().stream().map(Summary::id).toList()
                + (promptSpec.use().fresh() ? "\u001f" + promptSpec.compaction() : "");
    }

    @Override
    public String promptHash() {
        return promptSpec.prompt().hash();
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        Transcript transcript = new Transcript(redactor);
        List<StoredMessage> read = new ArrayList<>();
        messages.forEachOrdered(message -> {
            transcript.add(message);
            read.add(message);
        });
        String earlier = earlier();
        int earlierTokens = counter.count(earlier);
        int room = Math.max(100, room().data(wish.budget(), promptSpec.step().room()) - earlierTokens);
        if (transcript.wantsParts(room)) {
            throw ModelCallException.tooLong(transcript.tokens(), room);
        }
        Transcript.Cut cut = transcript.within(room);
        try (LazyFuture<String> digest = LazyFuture.of(() -> digest(read))) {
            String text = answer(
                    earlier + cut.text(), transcript.days(), cut.cut(), transcript.tokens() + earlierTokens, wish);
            return new Draft(text, digest.outcome(), counter.count(text));
        }
    }

    private String digest(List<StoredMessage> messages) {
        ExtractiveReading reading = new ExtractiveReading();
        messages.forEach(reading::read);
        List<Part> anchors = promptSpec.anchors().stream().map(MergeParts::of).toList();
        return Assembly.digest(anchors)
                .then(reading.digest())
                .withoutStatements()
                .toJson();
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        List<Part> all = parts.toList();
        StringBuilder data = new StringBuilder();
        for (Part part : all) {
            data.append("<part messages=\"%d to %d\">\n".formatted(part.fromSeq(), part.toSeq()))
                    .append(Transcript.harmless(redactor.apply(part.text())).strip())
                    .append("\n</part>\n");
        }
        Digest read = Assembly.digest(all).withoutStatements();
        String days = read.days().told();
        String text = answer(data.toString().strip(), days, List.of(), counter.count(data.toString()), wish);
        return promptSpec.goal() == PromptSpec.Goal.PART
                ? new Draft(text, read.toJson(), counter.count(text))
                : new Assembly(promptSpec.use().ledgerPercent()).of(text, read, pinned, wish);
    }

    /** Returns the summaries to update, as prompt data. */
    private String earlier() {
        StringBuilder earlier = new StringBuilder();
        promptSpec
                .anchors()
                .forEach(anchor -> earlier.append("<summary>\n")
                        .append(Transcript.harmless(redactor.apply(anchor.text()))
                                .strip())
                        .append("\n</summary>\n"));
        return earlier.toString();
    }

    private @Nullable String line(@Nullable String value) {
        return value == null ? null : Transcript.line(redactor.apply(value));
    }

    private String answer(String data, @Nullable String days, List<Long> cut, long sourceTokens, Wish wish) {
        int budget = promptSpec.wanted(wish.budget());
        String focus = wish.focus() == null ? null : redactor.apply(wish.focus());
        // The requested length never exceeds the source.
        int length = (int) Math.min(budget, sourceTokens);
        Material material = new Material(
                data, focus, line(wish.project()), line(wish.branch()), days, promptSpec.place(), cut, length);
        String said = material.text(promptSpec.step().rung());
        ModelRequest request = new ModelRequest(
                promptSpec.prompt().text(),
                said,
                room().answer(budget, promptSpec.step().room()));
        int promptTokens = counter.count(request.instructions()) + counter.count(said);
        ModelTask task = new ModelTask(
                promptSpec.conversation(),
                promptSpec.compaction(),
                promptSpec.purpose(),
                promptSpec.work(),
                promptSpec.use(),
                promptSpec.due(),
                request,
                promptTokens,
                redactor.taken());
        ReplyValidator replyValidator = new ReplyValidator(
                promptSpec.tolerated(wish.budget()),
                promptSpec.shorterThan(sourceTokens),
                promptTokens,
                new SummaryForm(request.instructions(), data, sourceTokens));
        ModelAnswer modelAnswer = model.answer(task, replyValidator, cancellationToken);
        if (modelAnswer.verdict() != Verdict.FIT) {
            throw new UnfitReplyException(modelAnswer.verdict(), modelAnswer.reused());
        }
        return modelAnswer.text();
    }

    private ModelRoom room() {
        ModelUse use = promptSpec.use();
        return ModelRoom.of(use, model.window(use.contextWindow()));
    }
}
