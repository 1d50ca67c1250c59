package dev.pith.activities.memory.asking;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.memory.ExtractedMemory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryText;
import dev.pith.activities.memory.NormalizedText;
import dev.pith.activities.memory.SourceAuthority;
import dev.pith.activities.text.Sentences;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Verifies the claims of a model against the authors of the cited messages, so that text planted in a transcript cannot
 * become a person's rule. Not thread-safe.
 */
final class ClaimVerifier {

    /**
     * Minimum share of the words of a constraint or preference that must be a person's own; the rest is the model's
     * wording. About a third of a sentence is filled in when names replace pronouns.
     */
    private static final double OWN = 0.5;

    private record Words(Origin speaker, List<NormalizedText> sentences) {}

    private final NavigableMap<Long, Words> said = new TreeMap<>();
    private final Conversation conversation;

    ClaimVerifier(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Adds the next message; messages of the harness and without text are ignored. */
    void add(StoredMessage message) {
        Origin speaker = SourceAuthority.speaker(message, conversation);
        String text = message.textOf(Part.Text.class);
        if (speaker == Origin.HARNESS || text.isBlank()) {
            return;
        }
        said.put(message.seq(), new Words(speaker, speaker == Origin.PERSON ? sentences(text) : List.of()));
    }

    /** Questions are left out, since they set no rule: "Shall we always …?". */
    private static List<NormalizedText> sentences(String text) {
        return text.lines()
                .flatMap(line -> Sentences.pieces(line).stream())
                .filter(sentence -> !sentence.endsWith("?") && !sentence.endsWith("？"))
                .map(NormalizedText::of)
                .toList();
    }

    /**
     * Returns the memory that the cited messages support; empty if none of them was read, the text cannot be stored, or
     * it is a preference that no person stated.
     */
    Optional<ExtractedMemory> check(Claim claim) {
        NavigableMap<Long, Words> cited = said.subMap(claim.fromSeq(), true, claim.toSeq(), true);
        Optional<String> text = MemoryText.of(claim.text());
        if (cited.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        boolean own = cited.values().stream().anyMatch(words -> says(words.sentences(), NormalizedText.of(text.get())));
        MemoryKind kind = claim.kind();
        if (kind.onlyOfPersons() && own) {
            return Optional.of(found(kind, text.get(), cited, Origin.PERSON));
        }
        if (kind == MemoryKind.PREFERENCE) {
            return Optional.empty();
        }
        Origin source = cited.values().stream()
                .map(Words::speaker)
                .reduce(SourceAuthority::least)
                .orElseThrow();
        // A constraint that no person set is stored as a fact.
        kind = kind == MemoryKind.CONSTRAINT ? MemoryKind.FACT : kind;
        return Optional.of(found(kind, text.get(), cited, own ? source : SourceAuthority.least(source, Origin.AGENT)));
    }

    private static ExtractedMemory found(MemoryKind kind, String text, NavigableMap<Long, Words> cited, Origin source) {
        return new ExtractedMemory(kind, text, cited.firstKey(), cited.lastKey(), source);
    }

    /** Returns whether a person's sentences contain the text's words, and the closest one does not say the opposite. */
    private static boolean says(List<NormalizedText> sentences, NormalizedText text) {
        Set<String> all = new HashSet<>();
        sentences.forEach(sentence -> all.addAll(sentence.words()));
        return text.within(all) >= OWN
                && sentences.stream()
                        .max(Comparator.comparingInt(sentence -> text.shared(sentence.words())))
                        .filter(nearest -> nearest.negated() == text.negated())
                        .isPresent();
    }
}
