package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the summary of a head from texts of models: the pinned request, the texts in their order, and the ledger of
 * the names that they dropped. Thread-safe.
 */
public final class Assembly {

    private final TokenCounter counter = TokenCounter.shared();
    private final int ledgerPercent;

    /**
     * With a ledger.
     *
     * @param ledgerPercent which part of the budget it may take, 0 to 50
     */
    public Assembly(int ledgerPercent) {
        this.ledgerPercent = ledgerPercent;
    }

    /** One text for all that was read, with its ledger. */
    public Draft of(String text, Digest read, @Nullable StoredMessage pinned, Wish wish) {
        String above = text.strip() + "\n";
        String whole =
                ledgerPercent == 0 ? above : new LedgerUnderModel(ledgerPercent / 100.0).append(above, read, wish);
        return draft(whole, read, pinned);
    }

    private Draft draft(String text, Digest read, @Nullable StoredMessage pinned) {
        String summary = (pinned == null ? "" : Pinned.words(pinned)) + text;
        return new Draft(summary, read.toJson(), counter.count(summary));
    }

    /** The parts as they stand. */
    public Draft ofParts(List<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        Digest read = digest(parts);
        boolean byModel = parts.stream().anyMatch(Part::byModel);
        return byModel ? of(joined(parts), read, pinned, wish) : draft(joined(parts), read, pinned);
    }

    /** Whether the parts as they stand take no more than they may. */
    public boolean fits(List<Part> parts, Wish wish) {
        return counter.count(joined(parts)) <= wish.budget();
    }

    /** What was read for all of them. */
    public static Digest digest(List<Part> parts) {
        return PartDigest.of(parts.stream());
    }

    private static String joined(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("# Messages ")
                    .append(part.fromSeq())
                    .append(" to ")
                    .append(part.toSeq())
                    .append("\n\n")
                    .append(part.text().strip())
                    .append("\n\n");
        }
        return text.toString();
    }
}
