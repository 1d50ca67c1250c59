package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Digest.CommandTrace;
import dev.pith.activities.summarizing.Digest.FileTrace;
import dev.pith.activities.summarizing.Digest.Request;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a digest as text within a budget. Each section has a share of the budget and leaves what it does not need to the
 * next; a pinned request stands first, word for word, on top of the budget.
 */
final class DigestRendering {

    private static final double REQUESTS = 0.30;
    private static final double STATE = 0.15;
    private static final double FINDINGS = 0.30;

    private final TokenCounter counter;
    private final Wish wish;

    DigestRendering(TokenCounter counter, Wish wish) {
        this.counter = counter;
        this.wish = wish;
    }

    String render(Digest digest, @Nullable StoredMessage pinned) {
        StringBuilder text = new StringBuilder();
        if (pinned != null) {
            text.append("## Last request, word for word\n\n")
                    .append(pinned.textOf(Part.Text.class).strip())
                    .append("\n\n");
        }
        int budget = wish.budget();
        Section requests = new Section(counter, "## Requests, oldest first", share(REQUESTS, budget));
        requests(requests, digest, pinned);
        Section state = new Section(counter, "## State", share(STATE, budget) + requests.left());
        state(state, digest);
        Section findings = new Section(counter, "## Findings and decisions", share(FINDINGS, budget) + state.left());
        new Findings(digest, List.of(requests, state), wish.focus()).writeTo(findings);
        int rest = budget - requests.used() - state.used() - findings.used();
        Section ledger = new Section(counter, "## Files and commands", rest);
        ledger(ledger, digest);
        for (Section section : List.of(requests, state, findings, ledger)) {
            section.appendTo(text);
        }
        return text.toString().strip() + "\n";
    }

    private static int share(double share, int budget) {
        return (int) (budget * share);
    }

    /** The last, the first, then from the newest back, each clipped to a fair part of the room. */
    private void requests(Section section, Digest digest, @Nullable StoredMessage pinned) {
        List<Request> all = digest.requests().stream()
                .filter(one -> pinned == null || one.seq() != pinned.seq())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<Integer> order = new ArrayList<>(List.of(all.size() - 1));
        if (all.size() > 1) {
            order.add(0);
        }
        for (int i = all.size() - 2; i > 0; i--) {
            order.add(i);
        }
        boolean roomForAll =
                all.stream().mapToInt(one -> counter.count(one.text()) + 3).sum() <= section.left() * 9 / 10;
        int each = roomForAll ? Integer.MAX_VALUE : Math.max(80, section.left() * 3 / Math.min(all.size(), 6));
        for (int i : order) {
            Request request = all.get(i);
            section.offer(i, "- " + Clip.middle(request.text().replaceAll("\\s*\n\\s*", " "), each));
        }
    }

    private void state(Section section, Digest digest) {
        if (digest.todo() != null && !digest.todo().isEmpty()) {
            section.offer(0, "To do:\n" + Clip.middle(digest.todo().strip(), Math.max(200, section.left() * 2)));
        }
        digest.commands().entrySet().stream()
                .filter(entry -> entry.getValue().failure() != null)
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong((CommandTrace one) -> -one.position())))
                .limit(3)
                .forEach(entry -> section.offer(
                        1,
                        "Failed: `" + entry.getKey() + "` — " + entry.getValue().failure()));
        if (digest.last() != null) {
            int room = Math.max(120, section.left() * 3);
            section.offer(2, "Last words of the assistant: " + Clip.middle(digest.last(), room));
        }
    }

    private void ledger(Section section, Digest digest) {
        digest.files().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingDouble((FileTrace one) -> -weight(one, digest))))
                .forEach(entry -> section.offer(
                        0, "- " + entry.getKey() + (entry.getValue().edits() > 0 ? " (edited)" : "")));
        digest.commands().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong((CommandTrace one) -> -one.position())))
                .limit(25)
                .forEach(entry -> section.offer(1, "- `" + entry.getKey() + "`"));
    }

    private static double weight(FileTrace trace, Digest digest) {
        double age = digest.events() - trace.position();
        return (trace.edits() > 0 ? 2 : 0) + Math.log1p(trace.edits() + trace.reads()) + Math.exp(-age / 80);
    }
}
