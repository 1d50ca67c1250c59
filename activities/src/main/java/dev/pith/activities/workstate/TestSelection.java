package dev.pith.activities.workstate;

import dev.pith.activities.text.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Compares which tests two actions run. An action is one of {@link CommandFingerprint}. */
final class TestSelection {

    /** Programs that run the tasks of a project, and the tasks that run all of its tests. */
    private static final Set<String> TASK_RUNNERS =
            WordList.of("make npm yarn pnpm bun mise just task mvn mvnw gradle gradlew rake composer");

    private static final Set<String> ALL = WordList.of("test tests test:ci test:all verify");

    /** Programs and tasks that run tests. */
    private static final Set<String> RUNNERS = WordList.of("test tests pytest jest vitest rspec phpunit");

    /** Selects by a pattern that may match the beginning of a name. */
    private static final String PREFIX = "-run";

    private TestSelection() {}

    /** Returns whether an action runs at least the tests of another one. */
    static boolean covers(String action, String other) {
        List<String> words = List.of(action.split(" ", -1));
        List<String> others = List.of(other.split(" ", -1));
        int selected = words.indexOf(PREFIX);
        if (selected < 0) {
            boolean all = TASK_RUNNERS.contains(words.get(0)) && ALL.contains(words.get(words.size() - 1));
            return all && runsTests(other);
        }
        return selected + 1 < words.size()
                && selected + 1 < others.size()
                && words.subList(0, selected + 1).equals(others.subList(0, selected + 1))
                && Arrays.stream(names(others.get(selected + 1)))
                        .allMatch(name ->
                                Arrays.stream(names(words.get(selected + 1))).anyMatch(it -> holds(it, name)));
    }

    static boolean runsTests(String action) {
        return Arrays.stream(action.split(" ", -1)).anyMatch(RUNNERS::contains);
    }

    /** Returns whether a pattern matches at least what another one matches; an anchored one only matches itself. */
    private static boolean holds(String pattern, String name) {
        String start = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        return start.equals(name) || (!start.isEmpty() && !start.endsWith("$") && name.startsWith(start));
    }

    /** Returns the alternatives of a selection, without quotes. */
    private static String[] names(String selection) {
        return selection.replaceAll("[\"'()]", "").split("\\|", -1);
    }
}
