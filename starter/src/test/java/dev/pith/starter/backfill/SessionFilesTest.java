package dev.pith.starter.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.pith.starter.importing.FolderListing.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {

    private static final String CHAT =
            "{\"role\":\"user\",\"content\":\"hi\"}\n{\"role\":\"assistant\",\"content\":\"ho\"}\n";

    @TempDir
    Path folder;

    private Path plain(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, CHAT);
    }

    private Path packed(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Zstd.compress(CHAT.getBytes(UTF_8)));
    }

    @Test
    void packedFilesAreTakenAndTheirCopiesAreNot() throws Exception {
        Path old = packed("sessions/rollout-1.jsonl.zst");
        Path fresh = plain("sessions/rollout-2.jsonl");
        packed("sessions/rollout-2.jsonl.zst");
        packed("archive/rollout-2.jsonl.zst");
        Path events = packed("archive/events.jsonl.zst");
        plain("sessions/events.jsonl");
        SessionFiles files = SessionFiles.of(List.of(folder.resolve("sessions"), folder.resolve("archive")), null);

        assertThat(files.sessions())
                .containsExactlyInAnyOrder(old, fresh, folder.resolve("sessions/events.jsonl"), events);
        assertThat(files.copies()).isEqualTo(2);
        assertThat(files.others()).isZero();
    }

    @Test
    void aPatternMeansThePackedFileToo() throws Exception {
        Path old = packed("rollout-1.jsonl.zst");
        Path fresh = plain("rollout-2.jsonl");
        plain("chat.json");

        assertThat(SessionFiles.of(List.of(folder), "rollout-*.jsonl").sessions())
                .containsExactly(old, fresh);
        assertThat(SessionFiles.of(List.of(folder), "*.zst").sessions()).containsExactly(old);
    }

    @Test
    void aPatternForPackedFilesSelectsThePlainFilesReadForThem() throws Exception {
        Path old = packed("rollout-1.jsonl.zst");
        Path fresh = plain("rollout-2.jsonl");
        packed("rollout-2.jsonl.zst");
        plain("rollout-3.jsonl");
        SessionFiles files = SessionFiles.of(List.of(folder), "*.zst");

        assertThat(files.sessions()).containsExactly(old, fresh);
        assertThat(files.copies()).isEqualTo(1);
    }

    @Test
    void aPackedFileThatCannotBeReadIsBroken() throws Exception {
        plain("chat.json");
        Path cut = Files.write(folder.resolve("cut.jsonl.zst"), new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 4});

        assertThat(SessionFiles.of(List.of(folder), null).broken())
                .extracting(Refused::file)
                .containsExactly(cut);
    }
}
