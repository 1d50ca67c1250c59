package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be asked of a backfill, and what is refused. */
@Tag("servers")
class BackfillAskingTest extends InABackfillHome {

    @Test
    void oneLineSaysWhatIsWrong() throws IOException {
        String folder = backfills.sessions("wrong", 1).toString();

        backfills.assertRefused("a command or a path is missing", "backfill");
        backfills.assertRefused("no file or folder \"nowhere\"", "backfill", "nowhere");
        backfills.assertRefused("the name of a backfill is \"a b\"", "backfill", folder, "--name", "a b");
        backfills.assertRefused("must be 1 to 500", "backfill", folder, "--max-in-flight", "0");
        backfills.assertRefused("must be 1 to 500", "backfill", folder, "--max-in-flight", "501");
        backfills.assertRefused("limit is 0", "backfill", folder, "--limit", "0");
        backfills.assertRefused("--idle is \"soon\"", "backfill", folder, "--idle", "soon");
        backfills.assertRefused("--since is \"soon\"", "backfill", folder, "--since", "soon");
        backfills.assertRefused("--match is \"[a\"", "backfill", folder, "--match", "[a");
        backfills.assertRefused("--after says", "backfill", folder, "--strategy", "rolling", "--after", "3");
        backfills.assertRefused("are about a model", "backfill", folder, "--max-cost", "1");
        backfills.assertRefused("needs prices", "backfill", folder, "--max-cost", "1", "--model", "plain");
        backfills.assertRefused("no backfill ", "backfill", "status", "nobody");
        backfills.assertRefused("must be 1 to 500", "backfill", "set", "--max-in-flight", "0");
    }

    @Test
    void aFolderWithoutSessionsIsRefusedBeforeAnythingBegins() throws IOException {
        Path empty = Files.createDirectories(directory.resolve("none"));
        backfills.assertRefused("an empty folder", "backfill", empty.toString());
    }

    @Test
    void theSameRequestHasTheSameName() throws IOException {
        String folder = backfills.sessions("named", 1).toString();
        String first = name("backfill", folder);

        assertThat(name("backfill", "start", directory + "/./named/", "--max-in-flight", "3"))
                .isEqualTo(first)
                .startsWith("gist-");
        assertThat(name("backfill", folder, "--after", "21")).isNotEqualTo(first);
        assertThat(name("backfill", folder, "--strategy", "rolling")).startsWith("rolling-");
        String file = folder + "/named0.json";
        assertThat(name("backfill", file)).isNotEqualTo(first);
        assertThat(name("backfill", file, folder)).isEqualTo(name("backfill", folder, file, folder));
    }

    @Test
    void theSameRequestAttachesAndAnotherOneIsRefused() throws Exception {
        String folder = backfills.sessions("attached", 2).toString();
        Result left = backfills.pith("backfill", folder, "--name", "attached", "--detach", "--max-in-flight", "1");
        backfills.pith("backfill", "pause", "attached");
        Result refused = backfills.pith("backfill", folder, "--name", "attached", "--after", "5");
        CompletableFuture<Result> attached = backfills.meanwhile("backfill", folder, "--name", "attached");
        backfills.pith("backfill", "resume", "attached");

        assertThat(left.code()).as(left.err()).isZero();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("new messages is \"20\" there, \"5\" here")
                .contains("--name")
                .contains("pith backfill cancel attached")
                .doesNotContain("defect");
        assertThat(attached.get().err()).contains("Backfill attached is running already; following it");
        assertThat(attached.get().code()).isZero();
        assertThat(backfills.report("attached").path("conversations").asInt()).isEqualTo(2);
    }

    @Test
    void aRehearsalStoresAndCallsNothing() throws IOException {
        Path folder = backfills.sessions("rehearsed", 3);
        Files.writeString(folder.resolve("half.jsonl"), "{\"half a line");
        int calls = backfills.home.fake.calls().size();
        String before = backfills.pith("list", "--output", "json").out();
        Result words =
                backfills.pith("backfill", folder.toString(), "--dry-run", "--flush", "off", "--model", "priced");

        assertThat(words.code()).as(words.err()).isZero();
        assertThat(words.out())
                .contains("Would take 3 conversations: 3 to do")
                .contains("1 file cannot be read")
                .contains("at most 3 calls")
                .contains("cost 0.0");
        assertThat(backfills.home.fake.calls()).hasSize(calls);
        assertThat(backfills.pith("list", "--output", "json").out()).isEqualTo(before);
        assertThat(backfills.pith("backfill", "list", "--output", "json").out()).doesNotContain("rehearsed");
    }

    @Test
    void aRehearsalOfFilesLeavesOutWhatWouldBeLeftOut() throws IOException {
        String folder = backfills.sessions("apart", 3).toString();

        assertThat(rehearsed(folder, "--source", "codex"))
                .startsWith("Would take 0 conversations")
                .contains("passed over: 3 not selected");
        assertThat(rehearsed(folder, "--project", "/nowhere")).startsWith("Would take 0 conversations");
        assertThat(rehearsed(folder, "--limit", "2"))
                .startsWith("Would take 2 conversations: 2 to do")
                .contains("--limit holds it there");
        assertThat(rehearsed(folder, "--match", "*2.json")).startsWith("Would take 1 conversation:");
    }

    @Test
    void aRehearsalOfWhatIsStoredTellsWhatIsUpToDate() throws IOException {
        String folder = backfills.sessions("known", 3).toString();
        backfills.pith("backfill", folder, "--limit", "2");

        assertThat(backfills
                        .pith("backfill", "start", "--match", "**/known?.json", "--dry-run")
                        .out())
                .contains("Would take 3 conversations: 1 to do, 2 with nothing to do or up to date")
                .contains("no model is asked: it costs nothing");
    }

    @Test
    void aRehearsalTellsNewStoredAndDeletedOnesApart() throws IOException {
        Path folder = backfills.sessions("told", 3);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> sorted = files.map(Path::toString).sorted().toList();
            backfills.pith("import", sorted.get(0));
            String gone = backfills.pith("import", "-q", sorted.get(1)).out().strip();
            backfills.pith("delete", gone, "--yes");
        }

        assertThat(rehearsed(folder.toString(), "--flush", "off"))
                .startsWith("Would take 2 conversations: 2 to do")
                .contains("1 new, 0 grown, 1 stored already; 3 files read, ")
                .contains("passed over: 1 deleted by pith delete");
    }

    private String rehearsed(String folder, String option, String value) {
        return backfills.pith("backfill", folder, "--dry-run", option, value).out();
    }

    private String name(String... arguments) {
        Result done = backfills.pith(arguments);
        assertThat(done.code()).as(done.err()).isZero();
        return done.out().substring("Backfill ".length(), done.out().indexOf(':'));
    }
}
