package dev.pith.activities.automatic;

import dev.pith.activities.automatic.AutomaticDecision.State;
import dev.pith.workflows.compaction.CompactionSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a conversation is compacted automatically, from the state that it is in.
 *
 * @param messages the number of its messages
 * @param pausedAt that number when a person undid a compaction; -1 if automatic compaction is not paused
 * @param version the current context version
 * @param earlier the compactions that run or looked at all messages, newest first; no gists
 */
public record AutomaticRule(
        String conversation,
        Fullness fullness,
        long messages,
        long pausedAt,
        int version,
        List<EarlierCompaction> earlier) {

    public AutomaticRule {
        earlier = List.copyOf(earlier);
    }

    /**
     * Decides about a request.
     *
     * @param spec the request; see {@link Fullness#aimed}
     * @param storeOnly the setting that excludes the conversation, in words; null without one
     */
    public AutomaticDecision decide(CompactionSpec spec, @Nullable String storeOnly) {
        if (messages == 0) {
            return new AutomaticDecision(State.NOT_NEEDED, "has no message");
        }
        if (!fullness.isOver()) {
            return new AutomaticDecision(State.NOT_NEEDED, "fills " + fullness.words());
        }
        String how = "fills " + fullness.words() + ", but ";
        if (storeOnly != null) {
            return new AutomaticDecision(State.STORE_ONLY, how + storeOnly + byHand());
        }
        if (messages <= pausedAt) {
            String undone = "its compaction was undone and no message has come since";
            return new AutomaticDecision(State.PAUSED, how + undone + byHand());
        }
        if (fullness.isOverBySystem()) {
            String system = String.format(
                    "its system messages, which no compaction replaces, take %,d of them: raise context_window or"
                            + " auto_threshold",
                    fullness.systemTokens());
            return new AutomaticDecision(State.IMPOSSIBLE, how + system);
        }
        return running(spec, how).or(() -> tried(spec, how)).orElseGet(this::needed);
    }

    private Optional<AutomaticDecision> running(CompactionSpec spec, String how) {
        return earlier.stream()
                .filter(EarlierCompaction::isRunning)
                .findFirst()
                .map(running -> running.asked(spec)
                        ? needed()
                        : new AutomaticDecision(
                                State.RUNNING, how + "another compaction is running: pith watch " + conversation));
    }

    private Optional<AutomaticDecision> tried(CompactionSpec spec, String how) {
        return earlier.stream()
                .filter(one -> one.version() == version && one.isConclusive() && one.asked(spec))
                .findFirst()
                .map(one -> new AutomaticDecision(
                        State.TRIED,
                        how + "compaction " + one.id() + " " + ended(one)
                                + ": a new message changes that, or another strategy, model or threshold"));
    }

    private AutomaticDecision needed() {
        return new AutomaticDecision(State.NEEDED, "fills " + fullness.words());
    }

    private String ended(EarlierCompaction one) {
        return switch (Objects.requireNonNull(one.outcome())) {
            case CANCELED -> "was canceled";
            case OVER_BUDGET -> "would have exceeded its limit on cost or tokens";
            case FAILED -> "failed";
            default -> "did not make it shorter than that";
        };
    }

    private String byHand() {
        return "; by hand: pith compact " + conversation;
    }
}
