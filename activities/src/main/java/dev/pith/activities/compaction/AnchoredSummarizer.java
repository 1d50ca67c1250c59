package dev.pith.activities.compaction;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.summarizing.Summarizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Summarizes messages and updates earlier summaries with the result, in one step. */
final class AnchoredSummarizer implements Summarizer {

    private final Summarizer summarizer;
    private final List<Summary> anchors;

    AnchoredSummarizer(Summarizer summarizer, List<Summary> anchors) {
        this.summarizer = summarizer;
        this.anchors = anchors;
    }

    @Override
    public String name() {
        return summarizer.name();
    }

    @Override
    public String variant() {
        return anchors.stream().map(Summary::id).toList().toString();
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        Draft since = summarizer.summarize(messages, wish);
        Stream<Part> parts = Stream.concat(
                anchors.stream().map(MergeParts::of), Stream.of(new Part(1, 1, since.text(), since.digest(), false)));
        return summarizer.merge(parts, null, wish);
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        return summarizer.merge(parts, pinned, wish);
    }
}
