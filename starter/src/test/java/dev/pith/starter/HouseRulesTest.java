package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules of CONTRIBUTING.md that can be counted in the sources. */
class HouseRulesTest {

    private static final int LONGEST_FILE = 300;
    private static final int LARGEST_PACKAGE = 40;
    private static final int MEDIAN_FILE = 60;

    private static final List<Path> SOURCES = Stream.of("workflows", "activities", "starter")
            .map(module -> Path.of("..", module, "src", "main", "java"))
            .flatMap(HouseRulesTest::sources)
            .filter(file -> !file.endsWith("package-info.java"))
            .toList();

    @Test
    void files_areShort() {
        assertThat(SOURCES)
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE));
        List<Long> lengths =
                SOURCES.stream().map(HouseRulesTest::lines).sorted().toList();
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(MEDIAN_FILE);
    }

    @Test
    void noSimpleName_isUsedTwice() {
        Map<String, List<Path>> byName =
                SOURCES.stream().collect(Collectors.groupingBy(file -> String.valueOf(file.getFileName())));
        assertThat(byName)
                .allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void packages_areSmall() {
        Map<String, Long> sizes = SOURCES.stream()
                .collect(Collectors.groupingBy(file -> String.valueOf(file.getParent()), Collectors.counting()));
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
