package dev.pith.starter.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are packed with zstd, as Codex packs rollouts that rest for a week. */
class PackedSourceTest {

    private static final String ROLLOUT = "rollout-2026-01-02T03-04-05-019ed893-d2a6-7c30-a8b8-5a8a49cfa23e.jsonl";

    @TempDir
    Path folder;

    private static String item(String text) {
        return """
                {"timestamp":"2026-01-01T00:00:00Z","type":"response_item","payload":{"type":"message",\
                "role":"assistant","content":[{"type":"output_text","text":"%s"}]}}
                """.formatted(text);
    }

    private static String rollout(int items) {
        StringBuilder lines = new StringBuilder("""
                {"timestamp":"2026-01-01T00:00:00Z","type":"session_meta","payload":{"id":"c1","cwd":"/repo"}}
                """);
        for (int i = 0; i < items; i++) {
            // Words that hardly pack, so that a frame has several blocks.
            lines.append(item(i + " " + Integer.toHexString(i * 0x9E3779B1).repeat(2)));
        }
        return lines.toString();
    }

    private Path write(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(String text) {
        return Zstd.compress(text.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void aPackedRolloutIsTheSameConversation() throws Exception {
        Imported plain = Imported.text(folder, ROLLOUT, rollout(3));
        Imported packed = Imported.file(write(ROLLOUT + ".zst", packed(rollout(3))), ImportOptions.DEFAULT);

        assertThat(packed.headers()).isEqualTo(plain.headers());
        assertThat(packed.headers().get(0).nativeId()).isEqualTo("019ed893-d2a6-7c30-a8b8-5a8a49cfa23e");
        assertThat(packed.messages()).isEqualTo(plain.messages()).hasSize(3);
        assertThat(packed.summary().format()).isEqualTo("codex");
        assertThat(packed.summary().notes()).isEmpty();
    }

    @Test
    void anyFormatMayBePackedAndIsKnownByItsContent() throws Exception {
        String chat = "[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":\"ho\"}]";
        Imported plain = Imported.text(folder, "chat.json", chat);
        Imported packed = Imported.file(write("chat.json.zst", packed(chat)), ImportOptions.DEFAULT);
        Imported unnamed = Imported.file(write("chat", packed(chat)), ImportOptions.DEFAULT);
        Imported dialogue =
                Imported.file(write("talk.zst", packed("User: hi\nAssistant: hello\n")), ImportOptions.DEFAULT);

        assertThat(packed.headers()).isEqualTo(plain.headers());
        assertThat(unnamed.lines()).isEqualTo(plain.lines());
        assertThat(dialogue.lines()).hasSize(2);
    }

    @Test
    void framesThatWereAppendedAreReadToTheEnd() throws Exception {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9};
        byte[] bytes = joined(skippable, packed(rollout(1)), packed(item("two")), skippable, packed(item("three")));

        assertThat(Imported.file(write("r.jsonl.zst", bytes), ImportOptions.DEFAULT)
                        .lines())
                .hasSize(3)
                .endsWith("AGENT: two", "AGENT: three");
    }

    @Test
    void aStreamMayBePacked() throws Exception {
        Imported sink = new Imported();
        new SourceReader()
                .read(new ByteArrayInputStream(packed(rollout(2))), "standard input", sink, ImportOptions.DEFAULT);
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void ofAFrameThatIsCutOffTheWholeLinesAreImported() throws Exception {
        byte[] whole = packed(rollout(20_000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Imported imported = Imported.file(write("cut.jsonl.zst", half), ImportOptions.DEFAULT);

        assertThat(imported.messages()).hasSizeBetween(5_000, 15_000);
        assertThat(imported.lines())
                .isEqualTo(Imported.text(folder, "plain.jsonl", rollout(20_000))
                        .lines()
                        .subList(0, imported.messages().size()));
        assertThat(imported.summary().damaged()).isZero();
        assertThat(imported.summary().notes())
                .singleElement()
                .asString()
                .matches("the packed file breaks off after \\d+ unpacked bytes \\(.+\\); what stands before it is"
                        + " imported");
    }

    @Test
    void ofAFrameThatIsDamagedWhatStandsBeforeIsImported() throws Exception {
        byte[] bytes = joined(packed(rollout(3)), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, packed(item("four")));
        Imported imported = Imported.file(write("bad.jsonl.zst", bytes), ImportOptions.DEFAULT);

        assertThat(imported.messages()).hasSize(3);
        assertThat(imported.summary().notes())
                .singleElement()
                .asString()
                .startsWith("the packed file breaks off after " + rollout(3).length() + " unpacked bytes");
    }

    @Test
    void ofAFrameWhoseContentIsNotWhatWasPackedNothingIsImported() throws Exception {
        byte[] bytes;
        try (ZstdCompressCtx packing = new ZstdCompressCtx().setChecksum(true)) {
            bytes = packing.compress(rollout(2_000).getBytes(UTF_8));
        }
        bytes[bytes.length - 1] ^= 0x7F;
        Path flipped = write("flipped.jsonl.zst", bytes);
        Imported imported = new Imported();

        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(flipped, imported, ImportOptions.DEFAULT))
                .withMessageMatching(
                        "\\Q" + flipped
                                + "\\E: found a packed file that is damaged \\(.+\\), so nothing of it is read: copy or pack it again");
        assertThat(imported.messages()).isEmpty();
    }

    @Test
    void aPackedFileWithoutAWholeRecordIsRefusedInOneLine() throws Exception {
        Path head = write("head.jsonl.zst", Arrays.copyOf(packed(rollout(3)), 9));
        Path config = write("config.json.zst", packed("{\"theme\":\"dark\"}"));

        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(head, new Imported(), ImportOptions.DEFAULT))
                .withMessageStartingWith(head + ": found a packed file that breaks off after 0 unpacked bytes")
                .withMessageEndingWith("): copy or pack it again");
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> new SourceReader().read(config, new Imported(), ImportOptions.DEFAULT))
                .withMessageStartingWith(config + ": found JSON of another kind (theme)");
    }

    @Test
    void aFolderWithBothCopiesIsReadOnce() throws Exception {
        Path plain = Files.writeString(folder.resolve(ROLLOUT), rollout(1));
        Path packed = write(ROLLOUT + ".zst", packed(rollout(1)));
        Path other = write("other.jsonl.zst", packed(rollout(1)));
        FolderListing listing = new SourceReader().expand(folder);

        assertThat(listing.sessions()).containsExactly(other, plain);
        assertThat(listing.copies()).containsExactly(packed);
        assertThat(listing.refused()).isEmpty();
    }
}
