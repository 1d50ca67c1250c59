package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import io.temporal.client.WorkflowExecutionMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class TwoHomesTest {

    private static final String BEFORE_CHUNKS = "lock table chunk_summary in share row exclusive mode";

    @TempDir
    Path directory;

    @Test
    void andAnUnrelatedTemporalServerNeverTakeEachOthersWork() throws IOException {
        try (ForeignTemporal foreign = new ForeignTemporal();
                CommandHome one = new CommandHome(directory.resolve("one"));
                CommandHome two = new CommandHome(directory.resolve("two"));
                Engine first = one.storeAndTemporal();
                Engine second = two.storeAndTemporal()) {
            assertThat(List.of(first.temporal().where(), second.temporal().where(), foreign.target()))
                    .doesNotHaveDuplicates();

            compactAtTheSameTime(one, first.database(), two, second.database());

            assertHoldsOnly("alpha", first);
            assertHoldsOnly("beta", second);
            assertThat(foreign.workflows()).isZero();
            assertThat(foreign.searchAttributes()).noneMatch(name -> name.startsWith("Pith"));
        }
    }

    /** The first is held in its middle until the second has come as far. */
    private static void compactAtTheSameTime(CommandHome one, Database first, CommandHome two, Database second) {
        PithProcess alpha = first.transact(held -> {
            held.execute(BEFORE_CHUNKS);
            PithProcess command = compactUntilHeld("alpha", one, first);
            PithProcess beta = second.transact(alsoHeld -> {
                alsoHeld.execute(BEFORE_CHUNKS);
                return compactUntilHeld("beta", two, second);
            });
            assertThat(beta.exitCode()).describedAs(beta.output()).isZero();
            return command;
        });
        assertThat(alpha.exitCode()).describedAs(alpha.output()).isZero();
    }

    private static PithProcess compactUntilHeld(String session, CommandHome home, Database database) {
        try {
            PithProcess command = home.pith("compact", home.session(session));
            CommandHome.awaitHeld(database, command);
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One conversation with its own words in its summary, and only its workflows in this home's Temporal. */
    private static void assertHoldsOnly(String session, Engine home) {
        Database database = home.database();
        Conversation conversation = CommandHome.only(database);
        CommandHome.assertCompactedOnce(database, conversation);
        List<String> live =
                database.table(ContextVersions.class).current(conversation.id()).summaries();
        assertThat(database.table(Summaries.class).inOrder(live))
                .extracting(Summary::text)
                .singleElement()
                .asString()
                .contains("of " + session);
        assertThat(home.temporal().client().listExecutions(""))
                .extracting(WorkflowExecutionMetadata::getExecution)
                .extracting(execution -> execution.getWorkflowId())
                .contains(WorkflowIds.compaction(database.storeId(), conversation.id()))
                .isSubsetOf(
                        WorkflowIds.compaction(database.storeId(), conversation.id()),
                        WorkflowIds.flush(TaskQueues.workflows(database.storeId()), conversation.id()));
    }
}
