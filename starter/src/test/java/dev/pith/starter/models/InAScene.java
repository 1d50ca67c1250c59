package dev.pith.starter.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.workflows.compaction.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A scene for each test, on an empty database. */
abstract class InAScene {

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    Scene scene;

    @BeforeEach
    void start() {
        scene = new Scene(postgres);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    /** The text of a compaction's summary. */
    String live(Compaction ended) {
        return scene.database.transact(handle -> handle.select("select text from summary where id = ?", ended.summary())
                .mapTo(String.class)
                .one());
    }

    static void assertCompacted(Compaction ended) {
        assertThat(ended.error()).isNull();
        assertThat(ended.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(ended.degraded()).isFalse();
    }

    static void assertDegraded(Compaction ended, String words) {
        assertThat(ended.outcome()).isEqualTo(Outcome.COMPACTED_DEGRADED);
        assertThat(ended.error())
                .startsWith("a part was written without the model: ")
                .contains(words);
    }

    /** The context is as it was, and the reason is told. */
    static void assertKept(Compaction ended, String words) {
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.error()).contains(words);
        assertThat(ended.toVersion()).isNull();
    }
}
