package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.Imported;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRecordsTest {

    @TempDir
    Path folder;

    private static String line(String text) {
        return "{\"type\":\"user\",\"sessionId\":\"s\",\"message\":{\"content\":\"" + text + "\"}}";
    }

    private Imported read(String log) throws Exception {
        return Imported.text(folder, "s.jsonl", log);
    }

    @Test
    void readsWhatWindowsWrites() throws Exception {
        Imported imported = read("\uFEFF" + line("one") + "\r\n" + line("two") + "\r\n");

        assertThat(imported.lines()).containsExactly("PERSON: one", "PERSON: two");
        assertThat(imported.summary().damaged()).isZero();
    }

    @Test
    void readsObjectsGluedOnOneLine() throws Exception {
        assertThat(read(line("one") + line("two") + " " + line("three") + "\n").lines())
                .containsExactly("PERSON: one", "PERSON: two", "PERSON: three");
    }

    @Test
    void skipsDamagedLinesAndTellsTheirNumbers() throws Exception {
        Imported imported = read(
                line("one") + "\n\nnot json\n{\"type\":\"user\",\n" + line("two") + "}\n[1]\n" + line("three") + "\n");

        assertThat(imported.lines()).containsExactly("PERSON: one", "PERSON: two", "PERSON: three");
        assertThat(imported.summary().damaged()).isEqualTo(4);
        assertThat(imported.summary().damagedLines()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void keepsTheNumbersOfTheFirstTwenty() throws Exception {
        Imported imported = read(line("one") + "\n" + "broken\n".repeat(30) + line("two") + "\n");

        assertThat(imported.summary().damaged()).isEqualTo(30);
        assertThat(imported.summary().damagedLines())
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 21).boxed().toList());
    }

    @Test
    void aDamagedFirstLineHidesNothing() throws Exception {
        Imported imported = read("{\"type\":\"user\",\"mess\n" + line("two") + "\n");

        assertThat(imported.lines()).containsExactly("PERSON: two");
        assertThat(imported.summary().damagedLines()).containsExactly(1L);
    }

    @Test
    void anIncompleteLastLineWaits() throws Exception {
        String log = line("one") + "\n" + line("two").substring(0, 30);

        Imported open = read(log);
        assertThat(open.lines()).containsExactly("PERSON: one");
        assertThat(open.summary().damaged()).isZero();
        assertThat(open.summary().notes()).containsExactly("line 2 is incomplete and waits for the next import");

        Imported closed = Imported.text(folder, "s.jsonl", log, Imported.FINAL);
        assertThat(closed.summary().damagedLines()).containsExactly(2L);
        assertThat(closed.summary().notes()).isEmpty();
    }

    @Test
    void aLastLineWithoutLineBreakCountsIfItIsWhole() throws Exception {
        assertThat(read(line("one") + "\n" + line("two")).lines()).containsExactly("PERSON: one", "PERSON: two");
    }

    @Test
    void keepsNulAndLoneSurrogates() throws Exception {
        Imported imported = read(line("a\\u0000b \\ud83d c") + "\n");

        assertThat(imported.lines()).containsExactly("PERSON: a\0b \ud83d c");
    }

    @Test
    void readsOverTheNulThatACrashLeaves() throws Exception {
        byte[] log = ("\0\0\0" + line("one") + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("s.jsonl"), log);

        assertThat(Imported.file(file, ImportOptions.DEFAULT).lines()).containsExactly("PERSON: one");
    }

    @Test
    void wholeRecordBehindATornOne_isKept() throws Exception {
        String torn = "{\"type\":\"user\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"lo";
        Imported imported = read(line("one") + "\n" + torn + line("two") + line("three") + "\n" + line("four") + "\n");

        assertThat(imported.lines()).containsExactly("PERSON: one", "PERSON: two", "PERSON: three", "PERSON: four");
        assertThat(imported.summary().damagedLines()).containsExactly(2L);
    }

    @Test
    void wholeRecordBehindATornOne_isKeptInTheFirstLineToo() throws Exception {
        assertThat(read("{\"type\":\"user\",\"mess" + line("two") + "\n").lines())
                .containsExactly("PERSON: two");
    }

    @Test
    void blockOfATornRecord_isNoRecord() throws Exception {
        String torn = "{\"type\":\"user\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"lost\"}";
        Imported imported = read(line("one") + "\n" + torn);

        assertThat(imported.lines()).containsExactly("PERSON: one");
        assertThat(imported.summary().notes()).containsExactly("line 2 is incomplete and waits for the next import");
    }
}
