package dev.pith.activities.compaction;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Assembly;
import dev.pith.activities.summarizing.Summarizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges without the model: joins the parts unchanged if they fit, otherwise selects from them. */
final class PartsSummarizer implements Summarizer {

    private final Summarizer summarizer;
    private final Assembly assembly;

    PartsSummarizer(Summarizer summarizer, int ledgerPercent) {
        this.summarizer = summarizer;
        this.assembly = new Assembly(ledgerPercent);
    }

    @Override
    public String name() {
        return summarizer.name();
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        return summarizer.summarize(messages, wish);
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        List<Part> all = parts.toList();
        return assembly.fits(all, wish)
                ? assembly.ofParts(all, pinned, wish)
                : summarizer.merge(all.stream(), pinned, wish);
    }
}
