package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Sessions;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the state tells of acts that outlast the edits. */
class EffectsTest {

    private static final String REFUSED =
            "The user doesn't want to proceed with this tool use. The tool use was rejected.";

    private static final String COMMITTED = "[tide 1a2b3c4d] Move the gauge\n 1 file changed";

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();
    private final List<StoredMessage> messages = new ArrayList<>();

    @Test
    void aCommitStandsWithHashAndSubject() {
        run("git add -A && git commit -m 'Move the gauge'", COMMITTED);

        assertThat(state()).containsExactly("Committed: 1a2b3c4d Move the gauge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git commit -qm 'Move the gauge'",
                "git commit -q -m \\\"Move the gauge\\\" && git status --short | head",
                "git commit -q -m \\\"$(cat <<'EOF'\\nMove the gauge\\n\\nBecause of the tide.\\nEOF\\n)\\\""
            })
    void aQuietCommitStandsWithItsSubject(String script) {
        run(script, "");

        assertThat(state()).containsExactly("Committed: Move the gauge");
    }

    @Test
    void theHashOfAQuietCommitIsReadFromTheLogBehindIt() {
        run("git commit -qm 'Move the gauge' && git log --oneline -2", "1a2b3c4 Move the gauge\n0000000 Draw the tide");

        assertThat(state()).containsExactly("Committed: 1a2b3c4 Move the gauge");
    }

    @Test
    void theMessageOfACommitIsNotTheArgumentOfAnotherProgram() {
        run("python3 -m pytest && git commit -qam 'Move the gauge'", "");

        assertThat(state()).containsExactly("Committed: Move the gauge");
    }

    @Test
    void aCommitOfNothingIsNone() {
        run("git commit -m 'Move the gauge' | cat", "nothing to commit, working tree clean");

        assertThat(state()).isEmpty();
    }

    @Test
    void anAmendedCommitReplacesTheOneBefore_evenInTheNextPart() {
        run("git commit -m x", "[tide 0000000] Draw the tide");
        run("git commit -m x", COMMITTED);
        Draft first = part();
        run("git commit --amend --no-edit", "[tide 5e6f7a8b] Move the gauge\n Date: Tue Feb 10 13:49:57");

        assertThat(effects(joined(first, part())))
                .containsExactly("Committed: 0000000 Draw the tide", "Committed: 5e6f7a8b Move the gauge");
    }

    @Test
    void aRebasedCommitLosesItsHash() {
        run("git commit -m x", COMMITTED);
        run("git rebase origin/main", "Successfully rebased and updated refs/heads/tide.");

        assertThat(state()).containsExactly("Committed: Move the gauge", "Rebased: tide");
    }

    @Test
    void aPushTellsUpToWhichCommit_andTheBranchUnlessItStandsAbove() {
        run("git push", "To github.com:a/b.git\n   0f186b8..25f4652  tide -> tide");
        assertThat(state()).containsExactly("Pushed: tide, up to 25f4652");

        run("git status", "On branch tide");
        assertThat(state()).containsExactly("Pushed: up to 25f4652");
    }

    @Test
    void ofAPullBehindAPushNothingIsTold() {
        run(
                "git push && git fetch",
                "To a:b.git\n * [new branch]      tide -> tide\nFrom a:b\n   1111111..2222222  main -> origin/main");

        assertThat(state()).containsExactly("Pushed: tide");
    }

    @Test
    void aRejectedPushIsNone() {
        run("git push || true", "To a:b.git\n ! [rejected]        tide -> tide (fetch first)");

        assertThat(state()).isEmpty();
    }

    @Test
    void aPullRequestStandsWithItsAddress() {
        run("gh pr create --draft --title x", "Warning: 1 uncommitted change\nhttps://github.com/a/b/pull/17");

        assertThat(state()).containsExactly("Opened: https://github.com/a/b/pull/17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git reset --hard HEAD~1",
                "git stash drop",
                "git tag v1.2.0",
                "git checkout -- tide.py",
                "gh pr merge 17 --squash",
                "npm publish --access public",
                "kubectl apply -f tide.yaml",
                "terraform apply -auto-approve"
            })
    void aCommandThatPublishesOrDiscardsIsTold(String command) {
        run("cd harbor && " + command, "done");

        assertThat(state()).containsExactly("Ran: `" + command + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git tag -l",
                "git stash",
                "git checkout main",
                "git restore --staged tide.py",
                "gh pr view 17",
                "kubectl get pods",
                "npm test",
                "cd /tmp/trial && git init && git commit -m x",
                "git log --grep commit"
            })
    void aCommandThatLeavesNothingBehindIsNot(String command) {
        run(command, COMMITTED);

        assertThat(state()).isEmpty();
    }

    @Test
    void aCommandThatFailedIsNotTold() {
        call("git tag v1.2.0");
        result("fatal: tag 'v1.2.0' already exists", true);

        assertThat(state()).isEmpty();
    }

    @Test
    void aRefusedCommitIsToldUntilItIsMade() {
        call("git commit -m 'Move the gauge'");
        result(REFUSED, true);
        messages.add(Sessions.person(messages.size(), "Run the tests of the tide table first."));
        assertThat(state()).containsExactly("Stopped by the person: `git commit` of \"Move the gauge\"");

        run("git commit -m 'Move the gauge'", COMMITTED);
        assertThat(state()).containsExactly("Committed: 1a2b3c4d Move the gauge");
    }

    @Test
    void aRefusedSearchIsToldUntilTheNextRequest() {
        call("grep -rn tide src");
        result(REFUSED, true);
        assertThat(state()).containsExactly("Stopped by the person: `grep -rn tide src`");

        messages.add(Sessions.person(messages.size(), "Read the table of the harbor instead."));
        assertThat(state()).isEmpty();
    }

    @Test
    void whenThereAreTooManyTheNewestAreTold() {
        for (int i = 10; i < 60; i++) {
            run("git commit -m x", "[tide 10000" + i + "] Draw mooring " + i);
        }

        assertThat(state()).hasSize(8).last().isEqualTo("Committed: 1000059 Draw mooring 59");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "Remove the gauge of the north pier again., false"})
    void aRequestThatWasStoppedAtOnceSaysSo(String words, boolean isShort) {
        messages.add(Sessions.agent(1, "Should I remove the gauge?"));
        messages.add(Sessions.person(2, words));
        assertThat(summary()).doesNotContain("interrupted");

        messages.add(stopped(3));
        assertThat(summary()).contains(isShort ? "- yes (interrupted)" : "- " + words + " (interrupted)");
    }

    @Test
    void aRequestOnWhichTheAgentWorkedIsNotInterrupted() {
        messages.add(Sessions.person(1, "Remove the gauge of the north pier again."));
        messages.add(Sessions.agent(2, "The gauge is gone because its mooring was cut."));
        messages.add(stopped(3));

        assertThat(summary()).doesNotContain("(interrupted)");
    }

    private static StoredMessage stopped(long seq) {
        return Sessions.harness(seq, "[Request interrupted by user]");
    }

    private void run(String script, String output) {
        call(script);
        result(output, false);
    }

    private void call(String script) {
        messages.add(Sessions.shell(messages.size(), "c" + messages.size(), script));
    }

    private void result(String text, boolean failed) {
        messages.add(Sessions.result(messages.size(), "c" + (messages.size() - 1), text, failed));
    }

    private Draft part() {
        Draft draft = summarizer.summarize(messages.stream(), wish());
        messages.clear();
        return draft;
    }

    private String summary() {
        return summarizer.summarize(messages.stream(), wish()).text();
    }

    private List<String> state() {
        return effects(summary());
    }

    private static String joined(Draft first, Draft second) {
        return new ExtractiveSummarizer()
                .merge(Stream.of(Sessions.part(first), Sessions.part(second)), null, wish())
                .text();
    }

    private static List<String> effects(String summary) {
        return summary.lines()
                .filter(line -> line.matches("(?:Committed|Rebased|Pushed|Opened|Ran|Stopped by the person)(?:: .*)?"))
                .toList();
    }

    private static Wish wish() {
        return new Wish(4_000, null, null, null);
    }
}
