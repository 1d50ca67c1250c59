package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.compaction.PreviewApplier.NotAppliedException;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Prunable;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conversations that are imported, appended to, rewound, revised, compacted by any strategy, stopped in the middle,
 * canceled, previewed, undone, redone and deleted in random order: at every step each message is in the context, in a
 * live summary or abandoned, exactly once.
 */
@Tag("servers")
class RandomHistoryTest {

    private static final int STEPS = Integer.getInteger("pith.random.steps", 1_000);
    private static final int CONVERSATIONS = 5;
    private static final Sizes SMALL = new Sizes(6_000, 2, 200, 500, 300, 1_500, 1_500);
    private static final LayeredSpec LAYERED = new LayeredSpec(120, 160, 900, 2, 6, 4);
    private static final Set<Outcome> CHANGED =
            EnumSet.of(Outcome.COMPACTED, Outcome.COMPACTED_DEGRADED, Outcome.IRREDUCIBLE);

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    private final Database database = STORE.database();
    private final List<RandomConversation> all = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int begun;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostWhateverHappens(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            while (all.size() < CONVERSATIONS) {
                all.add(new RandomConversation(database, "r" + seed + "-" + begun++, random));
            }
            RandomConversation one = all.get(random.nextInt(all.size()));
            step(one, random);
            if (all.contains(one)) {
                one.assertWhole();
            }
        }
        all.forEach(RandomConversation::assertAllVersionsWhole);
        assertThat(outcomes).containsKeys(Outcome.COMPACTED, Outcome.NOTHING_TO_DO, Outcome.IRREDUCIBLE);
    }

    private void step(RandomConversation one, Random random) {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> one.append();
            case 4 -> one.rewind();
            case 5 -> one.revise();
            case 6 -> undo(one);
            case 7 -> redo(one);
            case 8 -> preview(one, random);
            case 9 -> stopOrGoOn(one, random);
            case 10 -> maintain(one, random);
            default -> compact(one, random);
        }
    }

    private void compact(RandomConversation one, Random random) {
        if (one.stopped == null) {
            note(one, new Steps(database, one.id, spec(random)).compact());
        } else {
            stopOrGoOn(one, random);
        }
    }

    /** Begins a compaction and stops it anywhere, or ends a stopped one: by its retry, a cancellation or an end. */
    private void stopOrGoOn(RandomConversation one, Random random) {
        Steps steps = one.stopped;
        if (steps == null) {
            one.stopped = new Steps(database, one.id, spec(random));
            begin(one.stopped, random.nextInt(5));
            return;
        }
        one.stopped = null;
        switch (random.nextInt(3)) {
            case 0 -> note(one, steps.compact());
            case 1 -> steps.end(Outcome.CANCELED);
            default -> steps.end(Outcome.INTERRUPTED);
        }
    }

    private static void begin(Steps steps, int most) {
        Plan plan = steps.plan();
        if (most == 0 || plan.decision() == Decision.NOTHING_TO_DO) {
            return;
        }
        if (plan.prunesFirst() && (steps.prune().enough() || most == 1)) {
            return;
        }
        steps.summarizeChunks();
        if (most > 2 && steps.isLayered()) {
            var layers = steps.layers();
            if (most > 3 && !layers.groups().isEmpty()) {
                steps.condense(layers.groups().get(0));
            }
        }
    }

    private void preview(RandomConversation one, Random random) {
        if (one.stopped != null) {
            return;
        }
        Steps steps = new Steps(database, one.id, spec(random).previewed());
        if (!steps.toCommit()) {
            steps.end(Outcome.NOTHING_TO_DO);
            return;
        }
        steps.preview();
        if (random.nextInt(3) == 0) {
            one.append();
        }
        try {
            new PreviewApplier(database).apply(steps.compactionId());
        } catch (NotAppliedException nothing) {
            assertThat(nothing).hasMessageContaining("only what was previewed");
        }
    }

    private void undo(RandomConversation one) {
        try {
            new UndoService(database).undo(one.id, null);
            assertThat(one.stopped).isNull();
        } catch (UndoService.NotUndoneException refused) {
            assertThat(refused).hasMessageContaining(one.stopped == null ? "nothing to undo" : "is being compacted");
        }
    }

    private void redo(RandomConversation one) {
        try {
            new RedoService(database).redo(one.id);
            assertThat(one.stopped).isNull();
        } catch (RedoService.NotRedoneException refused) {
            assertThat(refused).hasMessageContaining(one.stopped == null ? "nothing to redo" : "is being compacted");
        }
    }

    /** Writes a gist, removes what old compactions left, or deletes the conversation. */
    private void maintain(RandomConversation one, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> new Steps(database, one.id, CompactionSpec.defaults().gist(new GistSpec(100, 1))).compact();
            case 1 -> purge();
            default -> {
                Erasing erasing = new Erasing(database);
                erasing.erase(erasing.family(one.id));
                all.remove(one);
            }
        }
    }

    private void purge() {
        Prunable prunable = database.table(Prunable.class);
        Instant later = Instant.now().plusSeconds(60);
        database.table(Summaries.class).purgeStaged(1_000);
        prunable.previews(later, 1_000);
        prunable.chunks(later, 1_000);
        prunable.compactions(later, 1_000);
        prunable.chunkSummaries(later, 1_000);
    }

    private void note(RandomConversation one, CompactionResult result) {
        outcomes.merge(result.outcome(), 1, Integer::sum);
        Compaction stored = database.table(Compactions.class).find(result.id()).orElseThrow();
        if (stored.toVersion() != null && stored.strategy() != Strategy.GIST) {
            assertThat(CHANGED).contains(result.outcome());
            assertThat(result.tokensAfter()).isLessThan(result.tokensBefore());
            assertThat(one.tokens(stored.mark())).isEqualTo(result.tokensAfter());
        }
    }

    private static CompactionSpec spec(Random random) {
        CompactionSpec rolling = new CompactionSpec(Strategy.ROLLING, null, null, null, 2, SMALL);
        CompactionSpec layered = rolling.layered(LAYERED);
        return switch (random.nextInt(7)) {
            case 0, 1 -> rolling;
            case 2 -> rolling.pruning();
            case 3 -> layered;
            case 4 -> layered.within(ContextTarget.ofTokens(50 + random.nextInt(1_500)));
            case 5 -> rolling.pruning().within(ContextTarget.ofRatio(0.7));
            default -> layered.within(ContextTarget.ofRatio(0.1 + random.nextInt(80) / 100.0));
        };
    }
}
