package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderGroupsTest {

    private static final List<String> NAMES = List.of("a", "bb", "tide.go", "", "~", "..", "海.md");

    @Test
    void aFolderInsideAnotherNeedsNoLineOfItsOwn() {
        assertThat(lines("cmd/tide/cli/agent/a.go", "cmd/tide/cli/agent/gauge/b.go", "cmd/tide/cli/c.go"))
                .containsExactly("cmd/tide/cli/ [c.go, agent/a.go, agent/gauge/b.go]");
    }

    @Test
    void foldersWithManyFilesHaveOneEach() {
        assertThat(lines(
                        "src/main/java/a.go",
                        "src/main/java/b.go",
                        "src/main/java/c.go",
                        "src/main/java/d.go",
                        "src/test/java/a.go",
                        "src/test/java/b.go",
                        "src/test/java/c.go",
                        "src/test/java/d.go"))
                .containsExactly("src/main/java/ [a.go, b.go, c.go, d.go]", "src/test/java/ [a.go, b.go, c.go, d.go]");
    }

    @Test
    void thePathsOfAFolderStandTogetherBesideThoseOfADeepOne() {
        assertThat(lines(
                        "src/main/java/dev/tide/a",
                        "src/main/java/dev/tide/b",
                        "src/main/java/dev/tide/c",
                        "src/main/java/dev/tide/harbor/north/d",
                        "src/main/java/dev/tide/harbor/north/e",
                        "src/main/java/dev/tide/harbor/north/f",
                        "src/main/java/dev/tide/harbor/north/g",
                        "src/main/java/dev/tide/harbor/north/h",
                        "src/main/java/dev/tide/harbor/north/i"))
                .containsExactly(
                        "src/main/java/dev/tide/ [a, b, c]", "src/main/java/dev/tide/harbor/north/ [d, e, f, g, h, i]");
    }

    @Test
    void aPathWithoutNeighborsStandsAlone() {
        assertThat(lines("harbor/tide.go", "yard/ship.go", "mast.go", "/etc/hosts"))
                .containsExactly(" [mast.go]", " [/etc/hosts]", " [harbor/tide.go]", " [yard/ship.go]");
    }

    @Test
    void aPathMayBeTheFolderOfAnother() {
        assertThat(lines("docs/architecture", "docs/architecture/tide.md", "docs/architecture/ship.md"))
                .containsExactly(" [docs/architecture]", "docs/architecture/ [ship.md, tide.md]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eachPathStandsInOneGroup(long seed) {
        Random random = new Random(seed);
        Set<String> paths = Stream.generate(() -> path(random)).limit(40).collect(Collectors.toSet());

        assertThat(FolderGroups.of(paths).stream()
                        .flatMap(group -> group.names().stream().map(name -> group.folder() + name)))
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    private static String path(Random random) {
        return random.ints(1 + random.nextInt(6), 0, NAMES.size())
                .mapToObj(NAMES::get)
                .collect(Collectors.joining("/"));
    }

    private static Stream<String> lines(String... paths) {
        return FolderGroups.of(List.of(paths)).stream().map(group -> group.folder() + " " + group.names());
    }
}
