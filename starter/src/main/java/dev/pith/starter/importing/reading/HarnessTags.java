package dev.pith.starter.importing.reading;

import dev.pith.activities.text.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tags with which coding tools mark what they insert in the user's role. */
final class HarnessTags {

    /** Those of Claude Code and its editors, then those of Codex. */
    static final Set<String> ALL = WordList.of("""
            command-name command-message command-args command-contents local-command-stdout local-command-stderr
            local-command-caveat bash-input bash-stdout bash-stderr bash-notification system-reminder
            task-notification agent-notification teammate-message persisted-output tool_use_error
            user-memory-input user-prompt-submit-hook session-start-hook pre-tool-use-hook post-tool-use-hook
            stop-hook new-diagnostics ide_opened_file ide_selection ide_diagnostics

            environment_context user_instructions instructions permissions turn_aborted skill collaboration_mode
            model_switch personality_spec subagent_notification hook_prompt user_action user_shell_command
            apps_instructions skills_instructions plugins_instructions""");

    /** Tags that people use in their prompts too: only a text that begins with one is a program's. */
    private static final Set<String> OF_PEOPLE_TOO = Set.of("instructions", "permissions", "skill");

    private HarnessTags() {}

    /** Returns the tags that only programs write, at any position. */
    static Set<String> ofPrograms() {
        return ALL.stream().filter(tag -> !OF_PEOPLE_TOO.contains(tag)).collect(Collectors.toUnmodifiableSet());
    }

    /** A block, from its opening tag to the end of its closing tag. */
    record Block(String tag, int from, int to) {

        /** Returns whether people use the tag in their prompts too. */
        boolean isOfPeopleToo() {
            return OF_PEOPLE_TOO.contains(tag);
        }
    }

    /** Returns the block that begins at a position; null if none does. An unclosed block ends with the text. */
    static @Nullable Block at(String text, int from) {
        int end = from + 1;
        while (end < text.length() && end - from < 40 && isName(text.charAt(end))) {
            end++;
        }
        String tag = text.substring(Math.min(from + 1, end), end);
        if (!ALL.contains(tag.toLowerCase(Locale.ROOT))) {
            return null;
        }
        int close = text.indexOf("</" + tag, from);
        int closed = close < 0 ? -1 : text.indexOf('>', close);
        return new Block(tag.toLowerCase(Locale.ROOT), from, closed < 0 ? text.length() : closed + 1);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
