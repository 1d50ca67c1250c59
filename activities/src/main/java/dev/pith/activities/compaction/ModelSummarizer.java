package dev.pith.activities.compaction;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Answer;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.Judgment;
import dev.pith.activities.gateway.Question;
import dev.pith.activities.gateway.Stop;
import dev.pith.activities.gateway.Unanswered;
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

/** Summarizes by asking a model once. What it writes is either fit or refused; it never repairs. */
final class ModelSummarizer implements Summarizer {

    private final JournaledModel model;
    private final Asking asking;
    private final Stop stop;
    private final Redactor redactor;
    private final TokenCounter counter = TokenCounter.shared();

    ModelSummarizer(JournaledModel model, Asking asking, Stop stop, Redactor redactor) {
        this.model = model;
        this.asking = asking;
        this.stop = stop;
        this.redactor = redactor;
    }

    @Override
    public String name() {
        return model.profile().model();
    }

    @Override
    public String variant() {
        return model.profile().endpoint() + "\u001f" + promptHash() + "\u001f"
                + asking.anchors().stream().map(Summary::id).toList()
                + (asking.use().fresh() ? "\u001f" + asking.compaction() : "");
    }

    @Override
    public String promptHash() {
        return asking.prompt().hash();
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
        int room = Math.max(100, room().data(wish.budget(), asking.step().room()) - earlierTokens);
        if (transcript.wantsParts(room)) {
            throw Unanswered.tooLong(transcript.tokens(), room);
        }
        Transcript.Cut cut = transcript.within(room);
        try (Meanwhile<String> digest = Meanwhile.of(() -> digest(read))) {
            String text = answer(earlier + cut.text(), cut.cut(), transcript.tokens() + earlierTokens, wish);
            return new Draft(text, digest.outcome(), counter.count(text));
        }
    }

    private String digest(List<StoredMessage> messages) {
        ExtractiveReading reading = new ExtractiveReading();
        messages.forEach(reading::read);
        List<Part> anchors = asking.anchors().stream().map(MergeParts::of).toList();
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
        String text = answer(data.toString().strip(), List.of(), counter.count(data.toString()), wish);
        Digest read = Assembly.digest(all).withoutStatements();
        return asking.goal() == Asking.Goal.PART
                ? new Draft(text, read.toJson(), counter.count(text))
                : new Assembly(asking.use().ledgerPercent()).of(text, read, pinned, wish);
    }

    /** The summaries that this one updates, as data. */
    private String earlier() {
        StringBuilder earlier = new StringBuilder();
        asking.anchors()
                .forEach(anchor -> earlier.append("<summary>\n")
                        .append(Transcript.harmless(redactor.apply(anchor.text()))
                                .strip())
                        .append("\n</summary>\n"));
        return earlier.toString();
    }

    private @Nullable String line(@Nullable String value) {
        return value == null ? null : Transcript.line(redactor.apply(value));
    }

    private String answer(String data, List<Long> cut, long sourceTokens, Wish wish) {
        int budget = asking.wanted(wish.budget());
        String focus = wish.focus() == null ? null : redactor.apply(wish.focus());
        // Nobody is asked for more words than there are.
        int length = (int) Math.min(budget, sourceTokens);
        Material material =
                new Material(data, focus, line(wish.project()), line(wish.branch()), asking.place(), cut, length);
        String said = material.text(asking.step().rung());
        ModelRequest request = new ModelRequest(
                asking.prompt().text(),
                said,
                room().answer(budget, asking.step().room()));
        int promptTokens = counter.count(request.instructions()) + counter.count(said);
        Question question = new Question(
                asking.conversation(),
                asking.compaction(),
                asking.purpose(),
                asking.work(),
                asking.use(),
                asking.due(),
                request,
                promptTokens,
                redactor.taken());
        Judgment judgment = new Judgment(
                asking.tolerated(wish.budget()),
                asking.shorterThan(sourceTokens),
                promptTokens,
                new SummaryForm(request.instructions(), data, sourceTokens));
        Answer answer = model.answer(question, judgment, stop);
        if (answer.verdict() != Verdict.FIT) {
            throw new UnfitReplyException(answer.verdict(), answer.reused());
        }
        return answer.text();
    }

    private ModelRoom room() {
        ModelUse use = asking.use();
        return ModelRoom.of(use, model.window(use.contextWindow()));
    }
}
