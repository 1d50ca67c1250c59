package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Chunks;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Splitting and joining leave the other chunks alone, and asked again they change nothing. */
@Tag("servers")
class SplittingTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(3);

    private final Splitting splitting = new Splitting(STORE.database());
    private CompactionRequest request;
    private List<ChunkRef> planned;

    @BeforeEach
    void plan() {
        String conversation = StoredConversation.dialogue(STORE.database(), "split", 12, 400);
        Sizes sizes = new Sizes(2_000, 1, 100, 500, 400, 2_000, 2_000);
        CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, null, null, null, 2, sizes);
        Steps steps = new Steps(STORE.database(), conversation, spec);
        steps.plan();
        request = new CompactionRequest(steps.compactionId(), conversation, spec);
        planned = stored();
        assertThat(planned).hasSizeGreaterThan(2);
    }

    @Test
    void partsStandInTheChunksPlaceAndCoverIt() {
        ChunkRef chunk = planned.get(1);
        List<ChunkRef> parts = splitting.split(request, chunk);

        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.index() == chunk.index());
        assertThat(parts.get(0).fromSeq()).isEqualTo(chunk.fromSeq());
        assertThat(parts.get(parts.size() - 1).toSeq()).isEqualTo(chunk.toSeq());
        assertThat(stored())
                .containsAll(parts)
                .contains(planned.get(0), planned.get(2))
                .doesNotContain(chunk)
                .hasSize(planned.size() - 1 + parts.size());
        assertThat(splitting.split(request, chunk)).isEqualTo(parts);
    }

    @Test
    void joinedTheChunkStandsThereAsItWas() {
        ChunkRef chunk = planned.get(1);
        splitting.split(request, chunk);

        assertThat(splitting.join(request, chunk)).isEqualTo(chunk);
        assertThat(stored()).isEqualTo(planned);
        splitting.join(request, chunk);
        assertThat(stored()).isEqualTo(planned);
    }

    private List<ChunkRef> stored() {
        return STORE.database().table(Chunks.class).page(request.id(), 0, 1_000);
    }
}
