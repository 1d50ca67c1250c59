package dev.pith.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md calls proved has a test of that name. */
class ReliabilityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w+Test)\\.(\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?!---| what happens).*$");

    @Test
    void namesTestsThatExist() throws IOException {
        List<MatchResult> named = NAMED.matcher(page()).results().toList();
        assertThat(named).hasSizeGreaterThan(50);
        List<Path> tests = tests();
        assertThat(named)
                .filteredOn(test -> tests.stream()
                        .noneMatch(file -> file.endsWith(test.group(1) + ".java") && has(file, test.group(2))))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void everyRowNamesItsTestsOrIsOpen() throws IOException {
        assertThat(ROW.matcher(page()).results().map(MatchResult::group))
                .allMatch(row -> row.endsWith("| open |") || NAMED.matcher(row).find());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("reliability.md"));
    }

    private static boolean has(Path file, String method) {
        try {
            return Files.readString(file).contains(" void " + method + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> modules =
                Stream.of("workflows", "activities", "starter").map(ROOT::resolve)) {
            return modules.flatMap(ReliabilityPageTest::sources).toList();
        }
    }

    private static Stream<Path> sources(Path module) {
        try (Stream<Path> all = Files.walk(module.resolve("src").resolve("test"))) {
            return all.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
