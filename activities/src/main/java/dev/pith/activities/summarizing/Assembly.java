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
 * names that the texts dropped. Thread-safe.
 */
public final class Assembly {

    private final TokenCounter counter = TokenCounter.shared();
    private final int ledgerPercent;

    /**
     * Creates an assembly.
     *
     * @param ledgerPercent the largest share of the ledger in the budget, 0 to 50 percent; 0 for no ledger
     */
    public Assembly(int ledgerPercent) {
        this.ledgerPercent = ledgerPercent;
    }

    /**
     * Assembles one text for all that was read, with its ledger.
     *
     * @param read the digest of all that was read
     * @param pinned the request to put first; null for none
     */
    public Draft of(String text, Digest read, @Nullable StoredMessage pinned, Wish wish) {
        String above = text.strip() + "\n";
        String whole =
                ledgerPercent == 0 ? above : new LedgerUnderModel(ledgerPercent / 100.0).append(above, read, wish);
        return draft(whole, read, pinned);
    }

    private Draft draft(String text, Digest read, @Nullable StoredMessage pinned) {
        String summary = (pinned == null ? "" : Pinned.words(pinned, read)) + text;
        return new Draft(summary, read.toJson(), counter.count(summary));
    }

    /** Joins the parts unchanged; adds a ledger if a model wrote any of them. */
    public Draft ofParts(List<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        Digest read = digest(parts);
        boolean byModel = parts.stream().anyMatch(Part::byModel);
        return byModel ? of(joined(parts), read, pinned, wish) : draft(joined(parts), read, pinned);
    }

    /** Returns whether the joined parts fit the budget. */
    public boolean fits(List<Part> parts, Wish wish) {
        return counter.count(joined(parts)) <= wish.budget();
    }

    /** Returns the joined digest of the parts. */
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
