package dev.pith.activities.memory;

import static dev.pith.activities.memory.MemoryKind.CONSTRAINT;
import static dev.pith.activities.memory.MemoryKind.FACT;
import static dev.pith.activities.memory.MemoryState.ACTIVE;
import static dev.pith.activities.memory.MemoryState.EDITED;
import static dev.pith.activities.memory.MemoryState.FORGOTTEN;
import static dev.pith.activities.memory.MemoryState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pith.activities.conversation.Origin;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("servers")
class MemoryWriterTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final String PNPM = "Always use pnpm to install dependencies.";
    private static final String YARN = "Always use yarn to install dependencies.";

    @RegisterExtension
    final MemoryStore store = new MemoryStore();

    @Test
    void theSameThingIsKeptOnceAndCountedWhateverConversationAndLetterCase() {
        assertThat(store.remember("one", MONDAY, rule(PNPM))).isEqualTo(new WriteResult(1, 0, 0));
        assertThat(store.remember("two", FRIDAY, rule("always use `pnpm` to install dependencies")))
                .isEqualTo(new WriteResult(0, 1, 0));
        assertThat(store.remember("two", TUESDAY, rule(PNPM))).isEqualTo(new WriteResult(0, 1, 0));
        assertThat(store.all())
                .singleElement()
                .satisfies(memory -> assertThat(memory)
                        .returns(3, Memory::sightings)
                        .returns(MONDAY, Memory::day)
                        .returns(FRIDAY, Memory::lastDay)
                        .returns(ACTIVE, Memory::state));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Always use pnpm to install dependencies.  | Use pnpm always to install the dependencies!",
                "The payment service runs on Java 17.      | Payment services run on Java 17",
                "Deploys happen on Fridays at noon, UTC.   | Deploys happen on Fridays at noon.",
                "提交信息必须用中文写。                         | 提交信息必须用中文写",
            })
    void whatAddsNothingIsMerged(String earlier, String later) {
        store.remember("one", MONDAY, rule(earlier));
        store.remember("two", FRIDAY, rule(later));
        assertThat(store.all()).extracting(Memory::text, Memory::sightings).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We use JDK 17 for all services.           | We use JDK 21 for all services.",
                "Always use pnpm to install dependencies.  | Always use yarn to install dependencies.",
                "Push finished work to main.               | Never push finished work to main.",
                "我们的服务使用 JDK 17 编译。                  | 我们的服务使用 JDK 21 编译。",
                "每周五部署到生产环境。                          | 每周四部署到生产环境。",
            })
    void whatSaysOtherwiseOfTheSameTakesItsPlaceAndHistoryIsKept(String earlier, String later) {
        store.remember("one", MONDAY, rule(earlier));
        assertThat(store.remember("two", FRIDAY, rule(later))).isEqualTo(new WriteResult(1, 0, 1));
        assertThat(store.memory(earlier))
                .returns(SUPERSEDED, Memory::state)
                .returns(store.memory(later).id(), Memory::supersededBy);
        assertThat(store.memory(later).state()).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The staging server runs PostgreSQL 14.    | The production server runs PostgreSQL 14.",
                "Issue 12 is closed and released.          | Issue 13 is closed and released.",
                "Always use pnpm to install dependencies.  | Always run the tests before pushing.",
                "The service is written in C++ by us.      | The service is written in C# by us.",
                "禁止直接推送到 main 分支。                     | 提交信息必须用中文写。",
            })
    void whatIsAboutSomethingElseStandsBeside(String one, String other) {
        store.remember("one", MONDAY, rule(one));
        store.remember("one", FRIDAY, rule(other));
        assertThat(store.all()).hasSize(2);
        assertThat(store.memory(one).state()).isEqualTo(ACTIVE);
    }

    @Test
    void anOlderDayNeverTakesTheNewerOnesPlaceInWhateverOrderTheyAreFlushed() {
        store.remember("new", FRIDAY, rule(YARN));
        assertThat(store.remember("old", MONDAY, rule(PNPM))).isEqualTo(new WriteResult(1, 0, 1));
        assertThat(store.memory(YARN).state()).isEqualTo(ACTIVE);
        assertThat(store.memory(PNPM))
                .returns(SUPERSEDED, Memory::state)
                .returns(store.memory(YARN).id(), Memory::supersededBy);
    }

    @Test
    void whatIsSaidAgainAfterItWasOverruledHoldsAgain() {
        store.remember("one", MONDAY, rule(PNPM));
        store.remember("one", TUESDAY, rule(YARN));
        store.remember("one", FRIDAY, rule(PNPM));
        assertThat(store.memory(PNPM)).returns(ACTIVE, Memory::state).returns(null, Memory::supersededBy);
        assertThat(store.memory(YARN))
                .returns(SUPERSEDED, Memory::state)
                .returns(store.memory(PNPM).id(), Memory::supersededBy);
    }

    @Test
    void aRuleThatIsTakenBackEndsAndHoldsAgainWhenItIsSaidAgain() {
        store.remember("one", MONDAY, rule(PNPM));
        ExtractedMemory ending = ExtractedMemory.ending("pnpm", "Forget the rule about pnpm.", 1);

        assertThat(store.remember("one", TUESDAY, ending)).isEqualTo(new WriteResult(0, 0, 1));
        assertThat(store.all()).noneMatch(Memory::holds);
        assertThat(store.remember("one", TUESDAY, ending)).isEqualTo(WriteResult.NOTHING);
        store.remember("one", FRIDAY, rule(PNPM));
        assertThat(store.memory(PNPM)).returns(ACTIVE, Memory::state).returns(null, Memory::supersededBy);
    }

    @Test
    void anEarlierDayEndsNoLaterRuleAndNobodyElsesWordsDo() {
        store.remember("one", FRIDAY, rule(PNPM));
        store.remember("one", MONDAY, ExtractedMemory.ending("pnpm", "Forget the rule about pnpm.", 1));
        store.remember("one", FRIDAY, ExtractedMemory.ending("gradle", "Forget the rule about gradle.", 9));
        assertThat(store.all()).hasSize(1).allMatch(Memory::holds);
    }

    @Test
    void withinOneRangeTheLaterMessageDecides() {
        store.remember(
                "one",
                MONDAY,
                new ExtractedMemory(CONSTRAINT, PNPM, 3, 3, Origin.PERSON),
                new ExtractedMemory(CONSTRAINT, PNPM, 5, 5, Origin.PERSON),
                new ExtractedMemory(CONSTRAINT, YARN, 9, 9, Origin.PERSON));
        assertThat(store.memory(PNPM)).returns(SUPERSEDED, Memory::state).returns(2, Memory::sightings);
        assertThat(store.memory(YARN).state()).isEqualTo(ACTIVE);
    }

    @Test
    void whatAPersonSaidIsNotOverruledByAnAgent() {
        String java17 = "The payment service runs on Java 17.";
        String java21 = "The payment service runs on Java 21.";
        store.remember("one", MONDAY, new ExtractedMemory(FACT, java17, 1, 1, Origin.PERSON));
        store.remember("two", FRIDAY, new ExtractedMemory(FACT, java21, 1, 1, Origin.AGENT));
        assertThat(store.memory(java17).state()).isEqualTo(ACTIVE);
        assertThat(store.memory(java21).state()).isEqualTo(ACTIVE);
    }

    @Test
    void whatSomebodyEditedIsNeverOverruledAndStillKnownByItsFirstWords() {
        store.remember("one", MONDAY, rule(PNPM));
        String id = store.memory(PNPM).id();
        String edited = "Always use npm to install dependencies.";
        store.database()
                .table(Memories.class)
                .edit(id, edited, NormalizedText.of(edited).array(), EDITED);
        store.remember("two", FRIDAY, rule(PNPM));
        store.remember("two", FRIDAY, rule(YARN));
        assertThat(store.memory(edited)).returns(EDITED, Memory::state).returns(2, Memory::sightings);
        assertThat(store.memory(YARN).state()).isEqualTo(ACTIVE);
    }

    @Test
    void whatIsForgottenStaysForgottenAlsoInOtherWords() {
        store.remember("one", MONDAY, rule(PNPM));
        store.database().table(Memories.class).forget(store.memory(PNPM).id());
        assertThat(store.remember("two", FRIDAY, rule(PNPM))).isEqualTo(new WriteResult(0, 1, 0));
        assertThat(store.remember("two", FRIDAY, rule("Dependencies: always install with pnpm.")))
                .isEqualTo(new WriteResult(0, 1, 0));
        assertThat(store.all()).singleElement().returns(FORGOTTEN, Memory::state);
        // Another number or the contrary is another thing.
        store.remember("two", FRIDAY, rule("Never use pnpm to install dependencies."));
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void projectsHaveTheirOwnRules() {
        store.project("one", "/src/tide");
        store.project("two", "/src/moon");
        store.remember("one", MONDAY, rule(PNPM));
        store.remember("two", FRIDAY, rule(PNPM));
        store.remember("two", FRIDAY, rule(YARN));
        assertThat(store.all())
                .extracting(Memory::project, Memory::text, Memory::state)
                .containsExactlyInAnyOrder(
                        tuple("/src/tide", PNPM, ACTIVE),
                        tuple("/src/moon", PNPM, SUPERSEDED),
                        tuple("/src/moon", YARN, ACTIVE));
    }

    private static ExtractedMemory rule(String text) {
        return new ExtractedMemory(CONSTRAINT, text, 1, 1, Origin.PERSON);
    }
}
