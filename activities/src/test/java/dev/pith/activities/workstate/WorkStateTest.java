package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Sessions;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the state says must be so at the end of the conversation. */
class WorkStateTest {

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    @Test
    void aFailureIsMendedByTheSameActInOtherWords() {
        assertThat(summary(
                        Sessions.shell(1, "a", "cd /harbor && go test ./... 2>&1 | tail -5"),
                        Sessions.result(2, "a", "--- FAIL: TestTide\\nexit", true),
                        Sessions.shell(3, "b", "go test ./... -count=1"),
                        Sessions.result(4, "b", "ok", false)))
                .doesNotContain("not seen to pass");
    }

    @Test
    void anOutputThatIsTooLongIsNotCutInsideACharacter() {
        String output = "\uD83C\uDF0A error: the tide is out" + "\n".repeat(2_976);

        assertThat(summary(Sessions.shell(1, "a", "npm test"), Sessions.result(2, "a", output, true)))
                .contains("`npm test` — failed: error: the tide is out");
    }

    @Test
    void anotherActMendsNothing() {
        assertThat(summary(
                        Sessions.shell(1, "a", "npm test"),
                        Sessions.result(2, "a", "Exit code 1\nError: the tide is out", true),
                        Sessions.shell(3, "b", "npm install"),
                        Sessions.result(4, "b", "ok", false)))
                .contains("Failed, not seen to pass since: `npm test` — exit 1: Error: the tide is out");
    }

    @Test
    void lookingAroundAndFindingNothingIsNoFailure() {
        assertThat(summary(Sessions.shell(1, "a", "grep -rn tide src"), Sessions.result(2, "a", "Exit code 1", true)))
                .contains("Failed, only looking around: `grep -rn tide src` — exit 1");
    }

    @Test
    void aPipeThatShortensTheOutputHidesNoFailure() {
        assertThat(summary(
                        Sessions.shell(1, "a", "go test ./... 2>&1 | tail -20"),
                        Sessions.result(2, "a", "--- FAIL: TestTide (0.1s)\nFAIL\texample.org/tide", false)))
                .contains(
                        "Failed, not seen to pass since: `go test ./... 2>&1 | tail -20` — failed, as its output says");
    }

    @Test
    void aSearchWithoutAHitAtTheEndIsNoFailure() {
        assertThat(summary(
                        Sessions.shell(1, "a", "git show abc1234 | grep harbor"),
                        Sessions.result(2, "a", "Exit code 1", true),
                        Sessions.shell(3, "b", "git status"),
                        Sessions.result(4, "b", "Exit code 128\nfatal: not a git repository", true)))
                .doesNotContain("not seen to pass");
    }

    @Test
    void anotherScriptOfTheSameRunnerMendsNothing() {
        assertThat(summary(
                        Sessions.shell(1, "a", "npm run lint"),
                        Sessions.result(2, "a", "Exit code 2", true),
                        Sessions.shell(3, "b", "npm run build"),
                        Sessions.result(4, "b", "ok", false)))
                .contains("Failed, not seen to pass since: `npm run lint` — exit 2");
    }

    @Test
    void aBroaderSelectionOfTestsMendsANarrowerOneButNotTheOtherWayRound() {
        assertThat(summary(
                        Sessions.shell(1, "a", "go test -run TestTide ./tide"),
                        Sessions.result(2, "a", "Exit code 1", true),
                        Sessions.shell(3, "b", "go test ./..."),
                        Sessions.result(4, "b", "ok", false)))
                .doesNotContain("not seen to pass");
        assertThat(summary(
                        Sessions.shell(1, "a", "go test ./..."),
                        Sessions.result(2, "a", "Exit code 1", true),
                        Sessions.shell(3, "b", "go test -run TestTide ./tide"),
                        Sessions.result(4, "b", "ok", false)))
                .contains("Failed, not seen to pass since: `go test ./...`");
    }

    @Test
    void whatWasAbortedNeitherFailedNorPassed() {
        assertThat(summary(
                        Sessions.shell(1, "a", "npm test"), Sessions.result(2, "a", "running\nCommand aborted", true)))
                .doesNotContain("Failed");
    }

    @Test
    void whatAPersonRefusedWasNotRun() {
        assertThat(summary(
                        Sessions.agent(1, "Let me drop the harbor table now."),
                        Sessions.shell(2, "a", "psql drop"),
                        Sessions.result(3, "a", "The user doesn't want to proceed with this tool use.", true)))
                .doesNotContain("Failed")
                .doesNotContain("- Let me drop the harbor table now.")
                .containsOnlyOnce("psql drop")
                .contains("Stopped by the person: `psql drop`");
    }

    @Test
    void tasksKeptOneByOneAreFollowed() {
        assertThat(summary(
                        Sessions.call(1, "a", "TaskCreate", "{\"subject\":\"dredge the harbor\"}"),
                        Sessions.result(2, "a", "Task #1 created successfully: dredge the harbor", false),
                        Sessions.call(3, "b", "TaskCreate", "{\"subject\":\"paint the pier\"}"),
                        Sessions.result(4, "b", "Task #2 created successfully: paint the pier", false),
                        Sessions.call(5, "c", "TaskUpdate", "{\"taskId\":\"1\",\"status\":\"completed\"}"),
                        Sessions.call(6, "d", "TaskUpdate", "{\"taskId\":\"2\",\"status\":\"in_progress\"}")))
                .contains("To do as of message 6, 1 done:\n- (begun) paint the pier")
                .doesNotContain("- dredge the harbor");
    }

    @Test
    void aTaskThatOneStretchCreatesAnotherMayEnd() {
        Wish wish = new Wish(500, null, null, null);
        Draft first = summarizer.summarize(
                Stream.of(
                        Sessions.call(1, "a", "TaskCreate", "{\"subject\":\"dredge the harbor\"}"),
                        Sessions.result(2, "a", "Task #1 created successfully: dredge the harbor", false),
                        Sessions.shell(3, "t", "make tide"),
                        Sessions.result(4, "t", "make: *** Error 1", true)),
                wish);
        Draft second = summarizer.summarize(
                Stream.of(
                        Sessions.call(5, "c", "TaskUpdate", "{\"taskId\":\"1\",\"status\":\"completed\"}"),
                        Sessions.shell(6, "u", "make tide -j2"),
                        Sessions.result(7, "u", "ok", false)),
                wish);

        assertThat(first.text()).contains("- dredge the harbor").contains("not seen to pass");
        assertThat(summarizer
                        .merge(Stream.of(Sessions.part(first), Sessions.part(second)), null, wish)
                        .text())
                .doesNotContain("- dredge the harbor")
                .doesNotContain("not seen to pass");
    }

    @Test
    void theBranchIsWhatTheShellToldLast() {
        assertThat(summary(
                        Sessions.shell(1, "a", "git status"),
                        Sessions.result(2, "a", "On branch main\nclean", false),
                        Sessions.shell(3, "b", "git checkout -b high-tide"),
                        Sessions.result(4, "b", "Switched to a new branch 'high-tide'", false)))
                .contains("Branch: high-tide\n");
        assertThat(summary(
                        Sessions.shell(1, "a", "git status -sb"),
                        Sessions.result(2, "a", "## low-tide...origin/low-tide [ahead 1]\n M tide.go", false)))
                .contains("Branch: low-tide\n");
    }

    @Test
    void theBranchOfAnotherPlaceIsNotTold() {
        assertThat(summary(
                        Sessions.shell(1, "a", "cd /tmp/scratch && git init && git commit -m x"),
                        Sessions.result(2, "a", "[main (root-commit) abc1234] x\n[main abc1234] x", false)))
                .doesNotContain("Branch:");
    }

    @Test
    void announcementsHeadingsAndRowsAreNoFindings() {
        assertThat(summary(
                        Sessions.agent(
                                1,
                                "## Key differences between the piers\n| pier | depth | owner |\n"
                                        + "The northern pier is deeper because it was dredged."),
                        Sessions.agent(2, "Now let me run the harbor tests:")))
                .contains("The agent's last words:")
                .contains("The northern pier is deeper because it was dredged.")
                .doesNotContain("- Key differences")
                .doesNotContain("last words: Now let me");
    }

    @Test
    void theBranchThatTheSourceNamesBeatsTheShells() {
        Stream<StoredMessage> messages = Stream.of(
                Sessions.shell(1, "a", "git -C ../other status"),
                Sessions.result(2, "a", "On branch main\nclean", false));

        assertThat(summarizer
                        .summarize(messages, new Wish(1_000, null, null, "high-tide"))
                        .text())
                .contains("Branch: high-tide\n")
                .doesNotContain("Branch: main");
    }

    @Test
    void anEditThatFailedIsNotTheLastEdit() {
        assertThat(summary(
                        Sessions.call(1, "a", "Edit", "{\"file_path\":\"/harbor/tide.go\",\"new_string\":\"x\"}"),
                        Sessions.result(2, "a", "done", false),
                        Sessions.call(3, "b", "Edit", "{\"file_path\":\"/harbor/ship.go\",\"new_string\":\"x\"}"),
                        Sessions.result(4, "b", "String to replace not found", true)))
                .contains("Last edited: /harbor/tide.go\n");
    }

    @Test
    void aCommandThatWasWrittenWronglyIsNoOpenFailure() {
        assertThat(summary(
                        Sessions.shell(1, "a", "golangci-lint run --disable-all"),
                        Sessions.result(2, "a", "Exit code 3\nError: unknown flag: --disable-all", true)))
                .doesNotContain("Failed");
        assertThat(summary(
                        Sessions.shell(1, "a", "go test ./cli"),
                        Sessions.result(2, "a", "cli_test.go:12: unexpected error: unknown flag: --tide", true)))
                .contains("Failed, not seen to pass since: `go test ./cli`");
    }

    @Test
    void aTestThatFailsInTwoCommandsIsToldOnce() {
        assertThat(summary(
                        Sessions.shell(1, "a", "go test ./... | tail -5"),
                        Sessions.result(2, "a", "--- FAIL: TestTide (7.11s)", false),
                        Sessions.shell(3, "b", "mise run deep | tail -5"),
                        Sessions.result(4, "b", "--- FAIL: TestTide (6.88s)", false)))
                .containsOnlyOnce("--- FAIL: TestTide");
    }

    @Test
    void aCallOfAnApiThatWritesIsNoLookingAround() {
        assertThat(summary(
                        Sessions.shell(1, "a", "gh api repos/a/b/issues -f title=Tide"),
                        Sessions.result(2, "a", "gh: Not Found (HTTP 404)", true)))
                .contains("Failed, not seen to pass since: `gh api repos/a/b/issues -f title=Tide`");
    }

    @Test
    void theLastWordsAreNotThoseThatAPersonHasAnswered() {
        StoredMessage asked = Sessions.agent(1, "The gauge reads in feet because nobody converts. Should I?");

        assertThat(summary(asked)).contains("The agent's last words: The gauge reads in feet");
        assertThat(summary(asked, Sessions.person(2, "Yes, convert them to meters.")))
                .doesNotContain("The agent's last words");
        assertThat(summary(asked, Sessions.agent(2, "Let me convert them.")))
                .contains("The agent's last words: The gauge reads in feet", "\n  Then: Let me convert them.\n");
    }

    @Test
    void aRequestThatWasStoppedAtOnceAndTypedAgainStandsOnce() {
        assertThat(summary(
                        Sessions.person(1, "Move the guage of the north pier to the south."),
                        Sessions.harness(2, "[Request interrupted by user]"),
                        Sessions.person(3, "Move the gauge of the north pier to the south, then test it.")))
                .contains("- Move the gauge of the north pier to the south, then test it.")
                .doesNotContain("(interrupted)");
    }

    @Test
    void aShortRequestThatWasStoppedIsNotTypedAgainByAnyOther() {
        assertThat(summary(
                        Sessions.person(1, "continue"),
                        Sessions.harness(2, "[Request interrupted by user]"),
                        Sessions.person(3, "First draw the gauge, then continue with the harbor table.")))
                .contains("- continue (interrupted)");
    }

    @Test
    void whatWasNotCommittedThenIsNoFindingAfterTheCommit() {
        assertThat(summary(
                        Sessions.agent(
                                1, "All three files are changed and nothing has been committed because you asked so."),
                        Sessions.shell(2, "a", "git commit -m x"),
                        Sessions.result(3, "a", "[tide 1a2b3c4d] Move the gauge", false),
                        Sessions.agent(4, "The gauge stands at the south pier now.")))
                .doesNotContain("nothing has been committed");
        assertThat(summary(
                        Sessions.agent(
                                1, "Root cause: the transaction was not committed before the worker read the row."),
                        Sessions.shell(2, "a", "git commit -m x"),
                        Sessions.result(3, "a", "[tide 1a2b3c4d] Move the gauge", false)))
                .contains("the transaction was not committed");
    }

    private String summary(StoredMessage... messages) {
        return summarizer
                .summarize(List.of(messages).stream(), new Wish(1_000, null, null, null))
                .text();
    }
}
