package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user types it, on files. */
class SummarizeCommandTest {

    @TempDir
    Path directory;

    @Test
    void printsTheSummaryAndNothingElse() throws IOException {
        Result summary = Result.of("summarize", chat("a.json", "harbor").toString(), "--target-tokens", "200");

        assertThat(summary.code()).isZero();
        assertThat(summary.out()).startsWith("## ").contains("harbor").endsWith("\n");
        assertThat(summary.err()).isEmpty();
    }

    @Test
    void refusesInOneLineAndPrintsNothing() throws IOException {
        Path other = Files.writeString(directory.resolve("package.json"), "{\"name\":\"x\"}");
        for (String bad :
                new String[] {other.toString(), directory.resolve("none").toString(), directory.toString()}) {
            assertThat(Result.of("summarize", bad)).satisfies(refused -> {
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.out()).isEmpty();
                assertThat(refused.err()).hasLineCount(1).contains(bad);
            });
        }
        assertThat(Result.of("summarize"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(2));
        assertThat(Result.of("summarize", "--target-tokens", "49", other.toString())
                        .err())
                .contains("must be at least 50");
    }

    @Test
    void severalConversationsStandUnderHeadingsInFileOrder() throws IOException {
        Path file = directory.resolve("session.jsonl");
        Files.writeString(
                file,
                claude("u1", "main", "", "Please paint the shed.")
                        + claude("s1", "main", "agent7", "Please count the nails.")
                        + claude("u2", "main", "", "Now paint the door."));

        String page = Result.of("summarize", file.toString()).out();

        assertThat(page).startsWith("# main\n\n## ").contains("\n\n# main agent7\n\n## ");
        assertThat(page.indexOf("Now paint the door.")).isLessThan(page.indexOf("# main agent7"));
        assertThat(page.indexOf("count the nails")).isGreaterThan(page.indexOf("# main agent7"));
    }

    @Test
    void aRepeatedMessageCountsOnce() throws IOException {
        String once = claude("u1", "main", "", "Please paint the shed.") + claude("u2", "main", "", "Then rest.");
        Path file = Files.writeString(directory.resolve("once.jsonl"), once);
        Path twice = Files.writeString(directory.resolve("twice.jsonl"), once + once);

        assertThat(Result.of("summarize", twice.toString()).out())
                .isEqualTo(Result.of("summarize", file.toString()).out())
                .contains("paint the shed");
    }

    @Test
    void aLargeConversationIsSummarizedWhileItIsReadAndToTheSameEffect() throws IOException {
        StringBuilder large = new StringBuilder();
        for (int turn = 0; turn < 3_000; turn++) {
            large.append(claude("u" + turn, "main", "", "Request " + turn + ": " + "look at the harbor. ".repeat(50)));
        }
        Path file = Files.writeString(directory.resolve("large.jsonl"), large);

        Result summary = Result.of("summarize", file.toString());

        assertThat(summary.code()).isZero();
        assertThat(summary.out()).contains("Request 0:").contains("Request 2999:");
        assertThat(summary.out().length()).isBetween(2_000, 30_000);
    }

    /** Half of a character that tools cut in two. */
    @Test
    void aLoneSurrogateIsNoReasonToWriteNothing() throws IOException {
        Path file = Files.writeString(
                directory.resolve("half.jsonl"), claude("u1", "main", "", "Paint the shed \\ud83d green."));
        Path manifest = Files.writeString(
                directory.resolve("manifest.jsonl"),
                "{\"file\":\"%1$s\",\"out\":\"%2$s/half.md\"}".formatted(file, directory));

        assertThat(Result.of("summarize", "--batch", manifest.toString()).code())
                .isZero();
        assertThat(directory.resolve("half.md")).content().contains("Paint the shed \uFFFD green.");
        assertThat(Result.of("summarize", file.toString()).out()).contains("Paint the shed \uFFFD green.");
    }

    @Test
    void theBatchWritesEachSummaryAndGoesOnAfterFailures() throws IOException {
        Path first = chat("first.json", "harbor");
        Path second = chat("second.json", "castle");
        Path manifest = Files.writeString(directory.resolve("manifest.jsonl"), """
                {"file":"%1$s","tokens":100,"out":"%3$s/deep/down/first-100.md"}
                {"file":"%1$s","tokens":400,"out":"%3$s/first-400.md"}

                not json
                {"file":"%3$s/none.json","tokens":100,"out":"%3$s/none.md"}
                {"file":"%2$s","tokens":3,"out":"%3$s/few.md"}
                {"file":"%2$s","out":"%3$s/first.json/below"}
                {"file":"%2$s","focus":"towers","out":"%3$s/second.md"}
                """.formatted(first, second, directory));

        Result batch = Result.of("summarize", "--batch", manifest.toString());

        assertThat(batch.code()).isEqualTo(3);
        assertThat(batch.out()).isEmpty();
        assertThat(batch.err())
                .contains("manifest.jsonl line 4: no JSON object")
                .contains("manifest.jsonl line 5: " + directory + "/none.json does not exist")
                .contains("manifest.jsonl line 6: " + second + ": target tokens are 3")
                .contains("manifest.jsonl line 7: " + directory + "/first.json/below cannot be written")
                .contains("3 summaries written");
        assertThat(directory.resolve("deep/down/first-100.md")).content().contains("harbor");
        assertThat(directory.resolve("second.md")).content().contains("castle");
        assertThat(Files.size(directory.resolve("first-400.md")))
                .isGreaterThan(Files.size(directory.resolve("deep/down/first-100.md")));
        assertThat(directory.resolve("few.md")).doesNotExist();
        try (Stream<Path> left = Files.walk(directory)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void aBatchOfGoodLinesIsZeroAndOneOfBadLinesIsNot() throws IOException {
        Path file = chat("good.json", "harbor");
        Path good = Files.writeString(
                directory.resolve("good.jsonl"), "{\"file\":\"" + file + "\",\"out\":\"" + directory + "/good.md\"}");
        Path bad = Files.writeString(directory.resolve("bad.jsonl"), "{\"file\":\"" + file + "\"}\n");

        assertThat(Result.of("summarize", "--batch", good.toString()).code()).isZero();
        assertThat(Result.of("summarize", "--batch", bad.toString())).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("bad.jsonl line 1: " + file + ": \"out\" is missing");
        });
        assertThat(Result.of("summarize", "--batch", directory + "/none").err()).contains("does not exist");
    }

    /** An OpenAI chat about one thing. */
    private Path chat(String name, String thing) throws IOException {
        StringBuilder json = new StringBuilder("[");
        for (int turn = 0; turn < 20; turn++) {
            json.append(turn == 0 ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"Request " + turn + ": please check the " + thing)
                    .append(".\"},{\"role\":\"assistant\",\"content\":\"The " + thing + " number " + turn)
                    .append(" was checked, and we decided to keep it because it is calm.\"}");
        }
        return Files.writeString(directory.resolve(name), json.append(']'));
    }

    private static String claude(String uuid, String session, String agent, String words) {
        String sidechain = agent.isEmpty() ? "" : "\"isSidechain\":true,\"agentId\":\"" + agent + "\",";
        return "{\"type\":\"user\"," + sidechain + "\"sessionId\":\"" + session + "\",\"uuid\":\"" + uuid
                + "\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"user\",\"content\":\"" + words
                + "\"}}\n";
    }
}
