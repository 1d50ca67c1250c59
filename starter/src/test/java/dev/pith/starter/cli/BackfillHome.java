package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.durability.PithProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Folders of sessions for backfills, and what is said of one. */
final class BackfillHome implements AutoCloseable {

    final ModelHome home;

    BackfillHome(Path directory) throws IOException {
        home = new ModelHome(directory);
    }

    /** A folder of so many sessions, each of a few turns of its own. */
    Path sessions(String folder, int count) throws IOException {
        Path made = Files.createDirectories(home.directory.resolve(folder));
        for (int i = 0; i < count; i++) {
            home.chat(folder + "/" + folder + i + ".json", 4);
        }
        return made;
    }

    /**
     * Imports and compacts a chat of twelve turns about a harbor.
     *
     * @param detail is said in message 8 only, and the summary has no room for it
     * @return the id of the conversation
     */
    String compactedChat(String name, String detail) throws IOException {
        StringBuilder chat = new StringBuilder();
        for (int turn = 0; turn < 12; turn++) {
            chat.append("{\"role\":\"user\",\"content\":\"Request " + turn + ": please check the harbor.\"}\n")
                    .append("{\"role\":\"assistant\",\"content\":\"" + (turn == 3 ? detail : ""))
                    .append(("The harbor was calm at hour " + turn + ", as before. ").repeat(60) + "\"}\n");
        }
        Path file = Files.writeString(home.directory.resolve(name), chat.toString());
        String id = pith("import", "-q", file.toString()).out().strip();
        assertThat(pith("compact", "-q", "--target-tokens", "60", id).code()).isZero();
        return id;
    }

    Result pith(String... arguments) {
        return home.pith(arguments);
    }

    /** The same in a process of its own, which Temporal's list of workers forgets as soon as it has ended. */
    PithProcess elsewhere(String... arguments) {
        return home.elsewhere(arguments);
    }

    /** A command that goes on while others are typed. */
    CompletableFuture<Result> meanwhile(String... arguments) {
        return CompletableFuture.supplyAsync(() -> home.pith(arguments));
    }

    JsonNode report(String name) throws IOException {
        return pith("backfill", "report", name, "--output", "json").objects().get(0);
    }

    long count(String name, String outcome) throws IOException {
        return report(name).path("counts").path(outcome).asLong();
    }

    /** One line says what is wrong, and it is the user's matter. */
    void assertRefused(String words, String... arguments) {
        Result refused = pith(arguments);
        assertThat(refused.code()).describedAs(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains(words).doesNotContain("defect").startsWith("pith: ");
        assertThat(refused.err().lines().filter(line -> !line.startsWith("See pith")))
                .hasSize(1);
    }

    @Override
    public void close() {
        home.close();
    }
}
