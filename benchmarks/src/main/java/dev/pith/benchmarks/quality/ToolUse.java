package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.benchmarks.quality.Event.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool with its answer, null where none was recorded.
 *
 * @param at the place of the answer among the events, else of the call
 */
record ToolUse(int at, Event call, @Nullable Event result) {

    private static final Set<String> EDITING = Set.of("edit", "write", "multiedit", "notebookedit", "apply_patch");
    private static final Set<String> READING = Set.of("read", "view");
    private static final Pattern PATCHED = Pattern.compile("(?m)^\\*\\*\\* (?:Update|Add) File: (.+)$");
    private static final Pattern REFUSED = Pattern.compile(
            "(?:The user doesn't want|The tool use was rejected|\\[Request interrupted|<tool_use_error>"
                    + "|exec command rejected).*",
            Pattern.DOTALL);

    /** In the order of the calls. */
    static List<ToolUse> of(List<Event> events) {
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.RESULT) {
                answers.putIfAbsent(events.get(i).callId(), i);
            }
        }
        List<ToolUse> uses = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.CALL) {
                Integer answer = answers.get(events.get(i).callId());
                uses.add(new ToolUse(
                        answer == null ? i : answer, events.get(i), answer == null ? null : events.get(answer)));
            }
        }
        return uses;
    }

    JsonNode input() {
        return call.input();
    }

    boolean succeeded() {
        return outcome() != null && !outcome().failed();
    }

    @Nullable
    Outcome outcome() {
        return result == null || REFUSED.matcher(result.text()).matches() ? null : result.outcome();
    }

    boolean edits() {
        return EDITING.contains(call.tool());
    }

    boolean reads() {
        return READING.contains(call.tool());
    }

    /** The files that it is about, none where the tool is none for files. */
    List<String> files() {
        if (!edits() && !reads()) {
            return List.of();
        }
        for (String key : List.of("file_path", "filePath", "notebook_path", "path")) {
            if (input().path(key).isTextual()) {
                return List.of(input().path(key).textValue());
            }
        }
        List<String> files = new ArrayList<>();
        Matcher patched = PATCHED.matcher(String.join("\n", Texts.all(input())));
        while (patched.find()) {
            files.add(patched.group(1).strip());
        }
        return files;
    }
}
