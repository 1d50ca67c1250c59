package dev.pith.activities.effects;

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
                "git commit -q -m \\\"$(cat <<'EOF'\\nMove the gauge\\n\\nDon't \\\"tide\\\".\\nEOF\\n)\\\" && ls",
                "git commit -q -F - <<EOF\\nMove the gauge\\nEOF",
                "git commit --quiet --message=\\\"Move the gauge\\\"",
                "HUSKY=0 git -C harbor commit -q -m'Move the gauge' # done"
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
    void aCleanTreeBehindAQuietCommitProvesIt() {
        run("git commit -qm 'Move the gauge' && git status", "On branch tide\nnothing to commit, working tree clean");

        assertThat(state()).containsExactly("Committed: Move the gauge");
    }

    @Test
    void aSubjectMayHaveQuotes_andNoneIsTakenFromAVariable() {
        run("git commit -q -m \\\"Don't lose the gauge\\\"", "");
        run("git commit -q -m \\\"$MESSAGE\\\"", "");

        assertThat(state()).containsExactly("Committed: Don't lose the gauge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "git commit -qm 'Move it' ; true => nothing to commit, working tree clean",
                "git commit -qm 'Move it' || true => husky - pre-commit hook exited with code 1 (error)",
                "git commit -qm 'Move it' ; git status -sb => error: Committing is not possible because you have unmerged files.",
                "git commit -m 'Move it' 2>&1 || true => nichts zu committen",
                "git commit --dry-run -qm 'Move it' => On branch tide",
                "echo 'now run: git commit -qm x' => ok",
                "grep -rn 'git commit -qm Release' scripts/ => ok",
                "git commit -qm 'Move it' ; git status => On branch tide¶nothing to commit, working tree clean¶On branch tide¶nothing to commit, working tree clean",
                "make lint && git commit -qm x || echo broke => broke",
                "git commit --dry-run -qm x ; git pull => Already up to date.",
                "cat > release.sh <<\\\\EOF¶git commit -qm Release¶git push -q¶EOF => ok",
                "git commit-tree HEAD^{tree} -qm 'Tree only' => ok",
                "# git commit -qm 'Move it' comes later => ok",
                "java -jar harbor.jar => [main 20260314] Starting the harbor"
            })
    void whatIsNoCommitIsNotTold(String script, String output) {
        run(script.replace("¶", "\\n"), output.replace('¶', '\n'));

        assertThat(state()).isEmpty();
    }

    @Test
    void aShiftOfBitsIsNoHereDocument() {
        run("python3 -c 'print(1 << 2)'\\ngit commit -qm 'Move the gauge'", "4");

        assertThat(state()).containsExactly("Committed: Move the gauge");
    }

    @Test
    void aScriptThatWritesAScriptCommitsNothing() {
        run("cat > release.sh <<'EOF'\\ngit commit -qm Release\\ngit push\\nEOF", "");

        assertThat(state()).isEmpty();
    }

    @Test
    void theLogOfAnotherProgramIsNoCommit() {
        run("git commit -m x && java -jar harbor.jar", COMMITTED + "\n[main 20260314] Starting the harbor");

        assertThat(state()).containsExactly("Committed: 1a2b3c4d Move the gauge");
    }

    @Test
    void aHashMayHaveNoLetter() {
        run("git commit -m x", "[tide 1234567] Move the gauge\n 1 file changed");

        assertThat(state()).containsExactly("Committed: 1234567 Move the gauge");
    }

    @Test
    void aCommitIsFoundAtTheBeginningOfALongOutput() {
        run("git commit -m x && make test", COMMITTED + "\nok".repeat(40_000));

        assertThat(state()).containsExactly("Committed: 1a2b3c4d Move the gauge");
    }

    @Test
    void aCommitOnAnotherBranchNamesIt() {
        run("git commit -m x", COMMITTED);
        run("git checkout main", "Switched to branch 'main'");

        assertThat(state()).containsExactly("Committed: 1a2b3c4d Move the gauge (on tide)");
    }

    @Test
    void anAmendedCommitReplacesTheOneBefore_evenInTheNextPart() {
        run("git commit -m x", "[tide 000000a] Draw the tide");
        run("git commit -m x", COMMITTED);
        Draft first = part();
        run("git commit --amend --no-edit", "[tide 5e6f7a8b] Move the gauge\n Date: Tue Feb 10 13:49:57");

        assertThat(effects(joined(first, part())))
                .containsExactly("Committed: 000000a Draw the tide", "Committed: 5e6f7a8b Move the gauge");
    }

    @Test
    void anAmendedCommitReplacesOnlyItsOwn_wholeOrInParts() {
        run("git commit -m x", "[tide 0000000a] Draw the tide");
        Draft first = part();
        run("git commit -m x", COMMITTED);
        run("git commit --amend --no-edit", "[tide 5e6f7a8b] Move the gauge");

        assertThat(effects(joined(first, part())))
                .containsExactly("Committed: 0000000a Draw the tide", "Committed: 5e6f7a8b Move the gauge");
    }

    @Test
    void aQuietlyAmendedCommitLosesItsHash() {
        run("git commit -m x", COMMITTED);
        run("git commit -q --amend --no-edit", "");

        assertThat(state()).containsExactly("Committed: Move the gauge");
    }

    @Test
    void theWordAmendInAMessageAmendsNothing() {
        run("git commit -m x", COMMITTED);
        run("git commit -m 'Forbid git commit --amend in hooks'", "[tide 0000000a] Forbid git commit --amend in hooks");

        assertThat(state()).hasSize(2);
    }

    @Test
    void anAmendedCommitMayNameARebase_andAnotherMayFollow() {
        run("git commit -m x", "[tide 0000000a] Draw the tide");
        run(
                "git commit --amend -m 'Drop the rebase helper' && git commit -m 'Move the gauge'",
                "[tide 0000000b] Drop the rebase helper\n[tide 1a2b3c4d] Move the gauge");

        assertThat(state())
                .containsExactly("Committed: 0000000b Drop the rebase helper", "Committed: 1a2b3c4d Move the gauge");
    }

    @Test
    void aRebaseThatAmendsEachCommitKeepsThemAll() {
        run(
                "git rebase --exec 'git commit --amend --no-edit' main",
                "[detached HEAD 0000000a] Draw the tide\n[detached HEAD 5e6f7a8b] Move the gauge\n"
                        + "Successfully rebased and updated refs/heads/tide.");

        assertThat(state())
                .containsExactly(
                        "Committed: 0000000a Draw the tide", "Committed: 5e6f7a8b Move the gauge", "Rebased: tide");
    }

    @Test
    void aRebaseAfterAPushSaysSo() {
        run("git push", "To github.com:a/b.git\n   0f186b8..25f4652  tide -> tide");
        run("git pull", "Successfully rebased and updated refs/heads/tide.");
        run("git pull", "Successfully rebased and updated refs/heads/tide.");

        assertThat(state()).containsExactly("Pushed: tide, up to 25f4652, rebased since", "Rebased: tide");
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

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "git push || true => To a:b.git/ ! [rejected]        tide -> tide (fetch first)",
                "git push -n => To a:b.git/   1111111..2222222  tide -> tide",
                "git push --dry-run => To a:b.git/   1111111..2222222  tide -> tide",
                "git push => To skip this hook use --no-verify/ + aaaaaaa...bbbbbbb looks like",
                "git fetch => From a:b.git/   1111111..2222222  tide -> origin/tide"
            })
    void whatIsNoPushIsNotTold(String script, String output) {
        run(script, output.replace("/ ", "\n "));

        assertThat(state()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "git push --force => To a:b.git/ + 1111111...2222222 tide -> tide (forced update) => Pushed: tide, up to 2222222 (forced)",
                "git push -u origin HEAD => To a:b.git/ * [new branch]      HEAD -> tide => Pushed: tide",
                "git push 2>&1 ; true => 1111111..2222222  tide -> tide => Pushed: tide, up to 2222222",
                "git push origin :tide => To a:b.git/ - [deleted]         tide => Pushed: tide (deleted)",
                "git push -q => '' => Pushed"
            })
    void aPushTellsHowItWasDone(String script, String output, String line) {
        run(script, output.startsWith("To") ? output.replace("/ ", "\n ") : output.isEmpty() ? "" : "   " + output);

        assertThat(state()).containsExactly(line);
    }

    @Test
    void aPullRequestStandsWithItsAddress_notWithTheOneThatGitOffers() {
        run(
                "git push -u origin tide && gh pr create --fill && gh pr checks",
                "remote: Create a pull request by visiting:\nremote:   https://github.com/a/b/pull/new/tide\n"
                        + "To github.com:a/b.git\n * [new branch]      tide -> tide\nhttps://github.com/a/b/pull/17");

        assertThat(state()).containsExactly("Pushed: tide", "Opened: https://github.com/a/b/pull/17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "gh pr create --web => Opening https://github.com/a/b/compare/main...tide in your browser.",
                "gh pr create --fill => a pull request for branch x already exists:¶https://github.com/a/b/pull/17",
                "gh pr create --dry-run => https://github.com/a/b/pull/17",
                "grep -rn 'gh pr create' docs => https://github.com/a/b/pull/17"
            })
    void whatOpensNothingIsNotTold(String script, String output) {
        run(script, output.replace('¶', '\n'));

        assertThat(state()).isEmpty();
    }

    @Test
    void whatAToolCreatesStandsWithItsAddress() {
        messages.add(Sessions.call(1, "a", "mcp__linear__create_issue", "{\"title\":\"Move the gauge\"}"));
        messages.add(Sessions.result(
                2,
                "a",
                "{\"user\":{\"html_url\":\"https://linear.app/mira\"},\"url\":\"https://linear.app/tide/issue/T-1/gauge\"}",
                false));

        assertThat(state()).containsExactly("Opened: https://linear.app/tide/issue/T-1/gauge");
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
                "git checkout .",
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
                "git clean -n",
                "git restore -S tide.py",
                "npm publish --dry-run",
                "kubectl rollout status deploy/tide",
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
    void twoResetsStandBothAndWhatWasCanceledDoesNot() {
        run("git reset --hard HEAD~1", "HEAD is now at 0000000 Draw the tide");
        run("git reset --hard HEAD~1 2>&1", "HEAD is now at 0000001 Draw the harbor");
        run("terraform apply", "Apply cancelled.");

        assertThat(state()).containsExactly("Ran: `git reset --hard HEAD~1`", "Ran: `git reset --hard HEAD~1`");
    }

    @Test
    void aRefusedResetIsToldForTwoRequests_onceHoweverOftenItWasRefused() {
        for (int i = 0; i < 3; i++) {
            call("git reset --hard HEAD~3");
            result(REFUSED, true);
        }
        messages.add(Sessions.person(messages.size(), "Read the table of the harbor instead."));
        assertThat(state()).containsExactly("Stopped by the person: `git reset --hard HEAD~3`");

        messages.add(Sessions.person(messages.size(), "Now draw the table of the tide."));
        assertThat(state()).isEmpty();
    }

    @Test
    void filesEditedSinceTheLastCommitAreTold() {
        edit("harbor/ship.go");
        run("git commit -m x", COMMITTED);
        edit("harbor/tide.go");
        Draft first = part();
        edit("harbor/gauge.go");

        assertThat(joined(first, part())).contains("Edited since the last commit: harbor/tide.go, harbor/gauge.go\n");
    }

    private void edit(String file) {
        messages.add(Sessions.call(
                messages.size(),
                "e" + messages.size(),
                "Edit",
                "{\"file_path\":\"" + file + "\",\"new_string\":\"x\"}"));
        messages.add(Sessions.result(messages.size(), "e" + (messages.size() - 1), "done", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "npm publish 2>&1 | tail -20 => npm error code E403",
                "gh pr merge 17 --squash | tail => X Pull request #17 is not mergeable",
                "terraform apply | tail => │ Error: no such harbor",
                "npm test && npm publish || echo failed => failed",
                "deploy() { kubectl apply -f x; } => ok",
                "gh pr merge --help => usage"
            })
    void whatMayNotHaveBeenDoneIsNotTold(String script, String output) {
        run(script, output);

        assertThat(state()).isEmpty();
    }

    @Test
    void aRefusedPushThatIsMadeLaterIsNoLongerStopped() {
        call("git push");
        result(REFUSED, true);
        messages.add(Sessions.person(messages.size(), "Run the tests of the tide table first."));
        run("git push", "To github.com:a/b.git\n   0f186b8..25f4652  tide -> tide");

        assertThat(state()).containsExactly("Pushed: tide, up to 25f4652");
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
            run("git commit -m x", "[tide 10000a" + i + "] Draw mooring " + i);
        }

        assertThat(state()).hasSize(8).last().isEqualTo("Committed: 10000a59 Draw mooring 59");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Remove the gauge of the north pier again."})
    void aRequestThatWasStoppedAtOnceSaysSo(String words) {
        messages.add(Sessions.agent(1, "Should I remove the gauge?"));
        messages.add(Sessions.person(2, words));
        assertThat(summary()).doesNotContain("interrupted");

        messages.add(stopped(3));
        assertThat(summary()).contains("- " + words + " (interrupted)");
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
