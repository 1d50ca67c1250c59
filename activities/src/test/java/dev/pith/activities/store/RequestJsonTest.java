package dev.pith.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.LayeredSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestJsonTest {

    private static BackfillSpec backfill(CompactionSpec compaction, Selection selection) {
        return new BackfillSpec(compaction, selection, null, null, null, null, null);
    }

    /** The name of a backfill is a hash of this text: it must not change with a version that adds a field. */
    @Test
    void requestsOfEarlierVersionsKeepTheirText() {
        String json = RequestJson.of(backfill(CompactionSpec.defaults(), Selection.ALL));
        assertThat(json).doesNotContain("layered", "context\"", "except");
        assertThat(json).contains("\"targetTokens\":null", "\"gist\":null", "\"match\":null");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        CompactionSpec layered =
                CompactionSpec.defaults().layered(LayeredSpec.defaults()).within(ContextTarget.aiming(5_000, 9_000));
        BackfillSpec spec = backfill(layered, Selection.ALL.except(List.of("scratch-*")));
        assertThat(RequestJson.backfill(RequestJson.of(spec), "b")).isEqualTo(spec);
        BackfillSpec plain = backfill(CompactionSpec.defaults(), Selection.ALL);
        assertThat(RequestJson.backfill(RequestJson.of(plain), "b")).isEqualTo(plain);
    }
}
