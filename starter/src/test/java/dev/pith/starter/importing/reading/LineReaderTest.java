package dev.pith.starter.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static List<String> read(String text, int longest) throws IOException {
        List<String> found = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), longest)) {
            while (lines.next()) {
                found.add(lines.number() + (lines.complete() ? "" : " open") + (lines.tooLong() ? " too long" : "")
                        + " " + (lines.tooLong() || lines.length() > 40 ? lines.length() : lines.text()));
            }
        }
        return found;
    }

    @Test
    void countsBlankLinesAndTellsTheOpenEnd() throws IOException {
        assertThat(read("one\n\n  two\r\nthree", 1000)).containsExactly("1 one", "2 ", "3   two", "4 open three");
    }

    @Test
    void growsWithItsLines() throws IOException {
        String kilobytes = "x".repeat(700_000);

        assertThat(read("a\n" + kilobytes + "\nb\n", 1_000_000)).containsExactly("1 a", "2 700000", "3 b");
    }

    @Test
    void passesOverLinesThatAreTooLong() throws IOException {
        String megabytes = "x".repeat(3_000_000);

        assertThat(read("a\n" + megabytes + "\nb\n", 500_000))
                .hasSize(3)
                .first()
                .isEqualTo("1 a");
        assertThat(read("a\n" + megabytes + "\nb\n", 500_000).get(1)).startsWith("2 too long");
        assertThat(read("a\n" + megabytes + "\nb\n", 500_000).get(2)).isEqualTo("3 b");
        assertThat(read("a\n" + megabytes, 500_000).get(1)).startsWith("2 open too long");
    }

    @Test
    void nothingIsNoLine() throws IOException {
        assertThat(read("", 1000)).isEmpty();
    }
}
