package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.memory.NormalizedText;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoredConversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** A store with memories and a folder with their files, as one hand and one worker see them. */
final class RememberingHome {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Pattern OPEN = Pattern.compile("(?m)^<!-- pith:([0-9a-z]{16})\\b.*-->\\r?$");

    final Database database;
    final Path directory;
    final MemoryFolder folder;
    private final String conversation;

    RememberingHome(Database database, Path directory) {
        this.database = database;
        this.directory = directory;
        this.folder = new MemoryFolder(database, directory);
        this.conversation = StoredConversation.store(
                        database, Messages.session(OpaqueId.next()), List.of(Messages.person("p", null, "Hello.")))
                .conversation();
    }

    /** Remembers a fact of the usual day. */
    String remember(String text) {
        return remember(DAY, MemoryKind.FACT, text);
    }

    String remember(LocalDate day, MemoryKind kind, String text) {
        return database.transact(handle -> rememberIn(handle, day, kind, text));
    }

    String rememberIn(Handle handle, LocalDate day, MemoryKind kind, String text) {
        String id = OpaqueId.next();
        Memory memory = new Memory(
                id,
                conversation,
                null,
                1,
                1,
                day,
                kind,
                Origin.PERSON,
                "/home/ada/tideline",
                text,
                MemoryState.ACTIVE,
                null,
                1,
                day,
                Instant.now());
        handle.attach(Memories.class).insert(memory, NormalizedText.of(text).array(), Sha256.hex(id));
        return id;
    }

    Memory memory(String id) {
        return database.table(Memories.class).find(id).orElseThrow();
    }

    Path file() {
        return file(DAY);
    }

    Path file(LocalDate day) {
        return directory.resolve(day + ".md");
    }

    String text() throws IOException {
        return Files.readString(file());
    }

    /** Writes the daily file by hand, some time ago. */
    void write(String text) throws IOException {
        Files.writeString(file(), text);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(60)));
    }

    /** Changes a stretch of the daily file by hand. */
    void edit(String from, String to) throws IOException {
        String text = text();
        assertThat(text).contains(from);
        write(text.replace(from, to));
    }

    /** A memory's block as it stands, with its markers. */
    String block(String id) throws IOException {
        String text = text();
        int from = text.indexOf("<!-- pith:" + id);
        String close = "<!-- /pith:" + id + " -->\n";
        return text.substring(from, text.indexOf(close, from) + close.length());
    }

    /** Keeps the files up, and wants nothing to be wrong. */
    Kept keep() {
        Kept kept = folder.keep();
        assertThat(kept.problems()).isEmpty();
        return kept;
    }

    /** The ids of the blocks of a day's file, in their order. */
    List<String> blocks(LocalDate day) throws IOException {
        return OPEN.matcher(Files.readString(file(day)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    void forgetWhatIsShown() {
        database.transact(handle -> handle.execute("delete from memory_block"));
    }

    List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
