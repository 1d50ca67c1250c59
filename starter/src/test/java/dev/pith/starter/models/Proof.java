package dev.pith.starter.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.engine.DevServer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds after every compaction, whatever its model did. */
final class Proof {

    /** Stands in every reply that must not become a summary. */
    static final String UNFIT = "UNFIT";

    private final Scene scene;
    private final Database database;

    private Proof(Scene scene) {
        this.scene = scene;
        this.database = scene.database;
    }

    static Proof of(Scene scene) {
        return new Proof(scene);
    }

    void holdsFor(String conversation) {
        everyMessageStandsInOnePlace(conversation);
        noUnfitReplyBecameASummary();
        everyCallIsInTheLedger();
        temporalHoldsNoText(conversation);
    }

    private void everyMessageStandsInOnePlace(String conversation) {
        Conversation row =
                database.table(Conversations.class).find(conversation).orElseThrow();
        assertThat(Coverage.of(
                                database,
                                row,
                                database.table(ContextVersions.class).current(conversation))
                        .complete())
                .isTrue();
    }

    private void noUnfitReplyBecameASummary() {
        assertThat(texts("select text from summary union all select text from chunk_summary"))
                .noneMatch(String::isBlank)
                .noneMatch(text -> text.contains(UNFIT))
                .noneMatch(text -> text.contains(Scene.KEY));
    }

    /** A row for each call that reached the endpoint, all of them ended; no text has two fit replies. */
    private void everyCallIsInTheLedger() {
        assertThat(texts("select outcome from model_call"))
                .hasSize(scene.calls())
                .doesNotContain("RUNNING");
        assertThat(texts("select compaction || work from model_call where outcome = 'FIT'"))
                .doesNotHaveDuplicates();
        assertThat(texts("select holder from provider_permit")).isEmpty();
    }

    private void temporalHoldsNoText(String conversation) {
        holdsNoText(scene.spec().strategy().workflowId(database.storeId(), conversation), conversation);
    }

    /** A workflow about a conversation has none of its text in its history, nor any of these words. */
    static void holdsNoText(String workflow, String conversation, String... others) {
        String known = DevServer.client().fetchHistory(workflow).getHistory().getEventsList().stream()
                        .map(event -> ascii(event))
                        .reduce("", String::concat)
                + ascii(DevServer.client()
                        .newUntypedWorkflowStub(workflow)
                        .describe()
                        .getRawDescription());
        assertThat(known)
                .contains(conversation)
                .doesNotContainPattern("point\\d+x")
                .doesNotContain("please go on", "tide tables", UNFIT, Scene.KEY);
        List.of(others).forEach(word -> assertThat(known).doesNotContain(word));
    }

    private List<String> texts(String sql) {
        return database.transact(
                handle -> handle.select(sql).mapTo(String.class).list());
    }

    /** Payloads stand in a message as they are, so their ASCII words can be searched for. */
    private static String ascii(MessageLite message) {
        return new String(message.toByteArray(), StandardCharsets.ISO_8859_1);
    }
}
