package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A compaction that aims below its limit is done once the context is under the limit. */
@Tag("servers")
class AimedTargetTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    private static CompactionResult compact(String name, ContextTarget target) {
        String id = StoredConversation.dialogue(STORE.database(), name, 30, 1_000);
        return new Steps(STORE.database(), id, CompactionSpec.defaults().within(target)).compact();
    }

    @Test
    void aMissedAim_isNoFailure() {
        CompactionResult result = compact("missed", ContextTarget.aiming(50, 50_000));

        assertThat(result.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(result.tokensAfter()).isBetween(50L, 50_000L).isLessThan(result.tokensBefore());
    }

    @Test
    void aMissedLimit_isIrreducible_andNamesTheLimit() {
        CompactionResult result = compact("over", ContextTarget.aiming(50, 60));

        assertThat(result.outcome()).isEqualTo(Outcome.IRREDUCIBLE);
        assertThat(result.error()).contains("where 60 were asked for");
        assertThat(result.version()).as("what was reached stays").isEqualTo(2);
    }

    @Test
    void withoutALimit_theTargetIsTheLimit() {
        assertThat(compact("target", ContextTarget.ofTokens(60)).outcome()).isEqualTo(Outcome.IRREDUCIBLE);
    }
}
