package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.ExtractedMemory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryText;
import dev.pith.activities.memory.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Selects the candidates of a range with the highest confidence, in bounded memory. Not thread-safe. */
final class MemorySelection {

    private static final int MOST = 20;

    /** Maximum for a range of a few messages; one more is allowed for every {@link #MESSAGES_EACH} messages. */
    private static final int LEAST = 3;

    private static final int MESSAGES_EACH = 8;

    /** Messages for each further candidate of a person with a confidence of at least {@link #SURE}. */
    private static final int MESSAGES_EACH_SURE = 3;

    private static final double SURE = 2;

    /** Limits candidates that do not come from persons to one plus a third of the maximum. */
    private static final int OTHERS = 3;

    private static final int HELD = 200;

    /** Share of a text's words in a selected candidate from which on the text says nothing new. */
    private static final double SAME = 0.9;

    /** Highest confidence first; among equals the later message, since it may revoke the earlier one. */
    private static final Comparator<MemoryCandidate> ORDER = Comparator.comparingDouble(MemoryCandidate::worth)
            .thenComparingLong(MemoryCandidate::seq)
            .reversed();

    private List<MemoryCandidate> held = new ArrayList<>();
    private final List<ExtractedMemory> ended = new ArrayList<>();
    private long messages;

    /** Counts one more message of the range. */
    void message() {
        messages++;
    }

    void add(MemoryCandidate candidate) {
        held.add(candidate);
        if (held.size() > 2 * HELD) {
            held = new ArrayList<>(held.stream().sorted(ORDER).limit(HELD).toList());
        }
    }

    /**
     * Records that a person withdrew a rule: drops held candidates on the topic, and adds a withdrawal for stored
     * memories.
     */
    void end(String topic, String said, long seq) {
        NormalizedText normalizedText = NormalizedText.of(topic);
        if (normalizedText.words().isEmpty()) {
            return;
        }
        held.removeIf(candidate -> candidate.source() == Origin.PERSON
                && candidate.kind() != MemoryKind.OPEN
                && normalizedText.within(NormalizedText.of(candidate.text()).words()) >= ExtractedMemory.ABOUT);
        MemoryText.of(said).ifPresent(text -> ended.add(ExtractedMemory.ending(topic, text, seq)));
    }

    /** Returns the selected memories and all withdrawals, in the order of the conversation. */
    List<ExtractedMemory> chosen() {
        int most = most(MESSAGES_EACH);
        int mostSure = most(MESSAGES_EACH_SURE);
        List<ExtractedMemory> chosen = new ArrayList<>();
        List<NormalizedText> said = new ArrayList<>();
        int others = 0;
        for (MemoryCandidate candidate : held.stream().sorted(ORDER).toList()) {
            boolean person = candidate.source() == Origin.PERSON;
            NormalizedText normalizedText = NormalizedText.of(candidate.text());
            Optional<String> text = MemoryText.of(candidate.text());
            boolean fresh = said.stream().noneMatch(other -> normalizedText.within(other.words()) >= SAME);
            boolean sure = person && candidate.worth() >= SURE;
            if (chosen.size() < (sure ? mostSure : most)
                    && (person || others < 1 + most / OTHERS)
                    && fresh
                    && text.isPresent()) {
                chosen.add(new ExtractedMemory(
                        candidate.kind(), text.get(), candidate.seq(), candidate.seq(), candidate.source()));
                said.add(normalizedText);
                others += person ? 0 : 1;
            }
        }
        chosen.addAll(ended);
        chosen.sort(Comparator.comparingLong(ExtractedMemory::fromSeq));
        return chosen;
    }

    private int most(int messagesEach) {
        return (int) Math.min(MOST, LEAST + messages / messagesEach);
    }
}
