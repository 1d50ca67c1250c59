package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a memory says, its block gives it back, and the file stays whole. */
class BlockTest {

    private static final String[] HOSTILE = {
        "<!-- /pith:abcdefgh12345678 -->",
        "<!-- pith:abcdefgh12345678 x -->",
        "-->",
        "<\\!--",
        "--\\>",
        "~~",
        "**Fact:** ",
        "- ",
        "`",
        "```",
        "<<<<<<< HEAD",
        ">>>>>>> main",
        "\n",
        "\n\n",
        "  ",
        "# ",
        "\\",
        "word",
        "\u4e2d\u6587",
        "\ud83d\ude00",
        "\u2028",
        "$1",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesBackAnyText(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("a");
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
            }
            text.append("z");
            assertGivenBack(text.toString().replaceAll("[ \u2028]+(?=\n)", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~~",
                "x",
                "~~gone~~",
                "**Open:** x",
                "- a list",
                "<!-- a -->",
                "<<<<<<< HEAD\n=======\n>>>>>>> x"
            })
    void givesBackWhatLooksLikeItsOwnMarks(String text) throws Exception {
        assertGivenBack(text);
    }

    @ParameterizedTest
    @EnumSource(MemoryKind.class)
    void namesItsKind(MemoryKind kind) {
        Block block = Block.of(memory(kind, MemoryState.ACTIVE, "Five."));

        assertThat(block.body())
                .isEqualTo("- **" + kind.name().charAt(0)
                        + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT) + ":** Five.");
        assertThat(block.text()).isEqualTo("Five.");
    }

    private static void assertGivenBack(String text) throws Exception {
        for (MemoryState state : new MemoryState[] {MemoryState.ACTIVE, MemoryState.SUPERSEDED}) {
            Block block = Block.of(memory(MemoryKind.FACT, state, text));
            DailyText written = new DailyText("\n");
            written.append(block, "# Title");
            written.append(new Block("next567890123456", "", "- next"), "");
            DailyText read = Markers.read(Path.of("x.md"), written.toString());

            assertThat(read.toString()).isEqualTo(written.toString());
            assertThat(read.ids()).containsExactly("abcdefgh12345678", "next567890123456");
            Block back = read.block("abcdefgh12345678").orElseThrow();
            assertThat(back.text()).isEqualTo(text);
            assertThat(back.isStruck()).isEqualTo(state == MemoryState.SUPERSEDED);
            assertThat(back.hash()).isEqualTo(block.hash());
        }
    }

    private static Memory memory(MemoryKind kind, MemoryState state, String text) {
        LocalDate day = RememberingHome.DAY;
        return new Memory(
                "abcdefgh12345678",
                "c",
                null,
                1,
                2,
                day,
                kind,
                Origin.PERSON,
                "/a --> b\n",
                text,
                state,
                null,
                1,
                day,
                Instant.EPOCH);
    }
}
