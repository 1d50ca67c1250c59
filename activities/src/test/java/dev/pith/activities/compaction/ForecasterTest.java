package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.MemoryConversation;
import dev.pith.activities.intake.MemoryIntake;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is foreseen is what is planned, from the store and from memory. */
@Tag("servers")
class ForecasterTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    @Test
    void aStoredConversationIsForeseenAsItIsPlannedAndNothingIsStored() {
        for (CompactionSpec spec : List.of(spec(null), spec(model()))) {
            String id = store("stored" + (spec.model() == null), session());
            long before = rows();
            Forecast forecast = new Forecaster(STORE.database()).ofStored(id, spec);

            assertThat(rows()).isEqualTo(before);
            assertSame(forecast.plan(), new Steps(STORE.database(), id, spec).plan());
        }
    }

    @Test
    void aReadConversationIsForeseenAsItsImportWouldBe() {
        for (CompactionSpec spec : List.of(spec(null), spec(model()))) {
            String nativeId = "read" + (spec.model() == null);
            HeadPlan foreseen = new Forecaster(STORE.database())
                    .ofRead(read(nativeId, session()), spec)
                    .plan();
            HeadPlan stored = new Forecaster(STORE.database())
                    .ofStored(store(nativeId, session()), spec)
                    .plan();

            assertThat(foreseen.chunks()).hasSizeGreaterThan(2);
            assertThat(foreseen).isEqualTo(stored);
        }
    }

    @Test
    void whatWasCompactedBeforeIsForeseenFromThere() {
        List<NewMessage> all = session();
        CompactionSpec spec = spec(null);
        String id = store("grown", all.subList(0, all.size() / 2));
        new Steps(STORE.database(), id, spec).compact();
        HeadPlan foreseen = new Forecaster(STORE.database())
                .ofRead(read("grown", all), spec)
                .plan();
        store("grown", all);

        assertThat(foreseen.anchorTokens()).isPositive();
        assertThat(foreseen)
                .isEqualTo(new Forecaster(STORE.database()).ofStored(id, spec).plan());
    }

    @Test
    void aGistIsForeseenAsItIsPlanned() {
        List<NewMessage> all = session();
        for (CompactionSpec spec :
                List.of(spec(null).gist(new GistSpec(400, 5)), spec(model()).gist(new GistSpec(400, 5)))) {
            String nativeId = "gist" + (spec.model() == null);
            Forecaster forecaster = new Forecaster(STORE.database());
            HeadPlan first =
                    forecaster.ofRead(read(nativeId, all.subList(0, 20)), spec).plan();
            String id = store(nativeId, all.subList(0, 20));
            assertThat(first.headFrom()).isOne();
            assertThat(first).isEqualTo(forecaster.ofStored(id, spec).plan());
            assertSame(first, new Steps(STORE.database(), id, spec).plan());

            new Steps(STORE.database(), id, spec(null).gist(new GistSpec(400, 5))).compact();
            HeadPlan second = forecaster.ofRead(read(nativeId, all), spec).plan();
            store(nativeId, all);
            assertThat(second.headFrom()).isGreaterThan(first.headTo());
            assertThat(second.anchorTokens()).isPositive();
            assertThat(second).isEqualTo(forecaster.ofStored(id, spec).plan());
            assertSame(second, new Steps(STORE.database(), id, spec).plan());
        }
    }

    @Test
    void withoutAModelThereAreNoCallsAndNoCost() {
        Forecast forecast = new Forecaster(STORE.database()).ofRead(read("free", session()), spec(null));

        assertThat(forecast.calls()).isZero();
        assertThat(forecast.cost(null))
                .hasValueSatisfying(cost -> assertThat(cost).isZero());
    }

    @Test
    void withAModelEveryChunkIsACallAndTheMergeOneMore() {
        Forecast forecast = new Forecaster(STORE.database()).ofRead(read("priced", session()), spec(model()));

        assertThat(forecast.chunkCalls()).isEqualTo(forecast.plan().chunks().size());
        assertThat(forecast.mergeCalls()).isPositive();
        assertThat(forecast.surelyMerges()).isTrue();
        assertThat(forecast.tokensIn()).isGreaterThan(forecast.plan().headTokens());
        assertThat(forecast.cost(null)).isEmpty();
    }

    @Test
    void aShortConversationHasNothingToDo() {
        Forecast forecast = new Forecaster(STORE.database())
                .ofRead(read("short", List.of(Messages.person("p", null, "Hello"))), spec(model()));

        assertThat(forecast.plan().nothing()).isTrue();
        assertThat(forecast.calls()).isZero();
    }

    private static void assertSame(HeadPlan foreseen, Plan planned) {
        assertThat(foreseen.decision()).isEqualTo(planned.decision());
        assertThat(foreseen.chunks()).hasSize(planned.chunks());
        assertThat(foreseen.headTokens()).isEqualTo(planned.headTokens());
        assertThat(foreseen.tokensBefore()).isEqualTo(planned.tokensBefore());
        assertThat(foreseen.summaryBudget()).isEqualTo(planned.summaryBudget());
        assertThat(foreseen.room().chunk()).isEqualTo(planned.chunkBudget());
        assertThat(foreseen.room().stand()).isEqualTo(planned.standBudget());
    }

    /** With calls and results, a rewind, a repeated line and a revised one. */
    private static List<NewMessage> session() {
        List<NewMessage> all = new ArrayList<>();
        for (int turn = 0; turn < 12; turn++) {
            all.add(Messages.person("p" + turn, "a" + (turn - 1), "Request " + turn + ": please go on."));
            all.add(Messages.call("c" + turn, "r" + turn, "call" + turn));
            all.add(Messages.result("o" + turn, "call" + turn, Messages.words(150, turn)));
            all.add(Messages.agent("a" + turn, "p" + turn, Messages.words(300, 100 + turn)));
        }
        all.add(5, Messages.person("again", "a0", "Request 1, once more."));
        all.add(20, all.get(19));
        all.add(30, Messages.agent("a3", "p3", Messages.words(200, 500)));
        all.add(
                2,
                new NewMessage(
                        null,
                        null,
                        null,
                        Role.SYSTEM,
                        Origin.HARNESS,
                        List.of(new Part.Text(Messages.words(700, 9))),
                        null));
        return all;
    }

    private static String store(String nativeId, List<NewMessage> messages) {
        try (ConversationIntake intake = new ConversationIntake(STORE.database())) {
            intake.conversation(Messages.session(nativeId));
            messages.forEach(intake::message);
            return intake.finish().get(0).conversation();
        }
    }

    private static MemoryConversation read(String nativeId, List<NewMessage> messages) {
        MemoryIntake intake = new MemoryIntake();
        intake.conversation(Messages.session(nativeId));
        messages.forEach(intake::message);
        return intake.finish().get(0);
    }

    private static long rows() {
        return Jdbi.create(STORE.jdbcUrl())
                .withHandle(handle -> handle.select(
                                "select (select count(*) from compaction) + (select count(*) from chunk)"
                                        + " + (select count(*) from message)")
                        .mapTo(Long.class)
                        .one());
    }

    private static CompactionSpec spec(@Nullable ModelUse model) {
        Sizes sizes = new Sizes(4_000, 1, 100, 500, 400, 1_000, 1_000);
        return new CompactionSpec(Strategy.ROLLING, null, "keep the tides", model, 2, sizes);
    }

    private static ModelUse model() {
        return new ModelUse(
                "fake", "no-endpoint", 6_000, 1_000, 10, 10, 2, OnModelFailure.DEGRADE, 20, false, null, null);
    }
}
