package dev.pith.activities.workstate;

import dev.pith.activities.text.WordList;
import java.util.Arrays;
import java.util.Set;

/** Compares which tests two actions run. An action is one of {@link CommandFingerprint}. */
final class TestSelection {

    /** Tasks that run all tests of a project. */
    private static final Set<String> ALL = WordList.of("test tests test:ci test:all verify check ci");

    /** Programs and tasks that run tests. */
    private static final Set<String> RUNNERS = WordList.of("test tests pytest jest vitest rspec phpunit");

    private TestSelection() {}

    /** Returns whether an action runs at least the tests of another one. */
    static boolean covers(String action, String other) {
        int selected = selection(action);
        int selectedByOther = selection(other);
        if (selected < 0) {
            return ALL.contains(action.substring(action.lastIndexOf(' ') + 1)) && runsTests(other);
        }
        return action.substring(0, selected).equals(other.substring(0, Math.max(0, selectedByOther)))
                && Arrays.stream(names(other, selectedByOther))
                        .allMatch(name -> Arrays.stream(names(action, selected)).anyMatch(name::startsWith));
    }

    private static boolean runsTests(String action) {
        return Arrays.stream(action.split(" ", -1)).anyMatch(RUNNERS::contains);
    }

    /** Returns where the selected names begin; negative without a selection. */
    private static int selection(String action) {
        int option = action.indexOf(" -");
        return option < 0 ? -1 : action.indexOf(' ', option + 1) + 1;
    }

    /** Returns the alternatives of a selection, without quotes. */
    private static String[] names(String action, int from) {
        return action.substring(from).replaceAll("[\"'^$()]", "").split("\\|", -1);
    }
}
