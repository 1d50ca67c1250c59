package dev.pith.activities.summarizing;

import dev.pith.activities.effects.Effects;
import dev.pith.activities.identifiers.FileNames;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.text.Sentences;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.activities.workstate.CommandRun;
import dev.pith.activities.workstate.Todos;
import dev.pith.activities.workstate.WorkState;
import dev.pith.activities.workstate.WorkState.Mark;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints the state section: branch and last edit, commits and pushes, unresolved failures, to-dos, the agent's last
 * words.
 */
final class StateLines {

    private static final int MOST_BROKEN = 3;
    private static final int MOST_EDITED = 6;
    private static final Pattern FAILED_TEST = Pattern.compile("--- FAIL: (\\S{1,200})");

    /** With less room left, in tokens, resolved failures are omitted. */
    private static final int ROOM_FOR_MENDED = 60;

    private final TokenCounter counter;
    private final WorkState workState;
    private final int unread;
    private final List<Request> requests;
    private final @Nullable LocalDate asOf;
    private final @Nullable String project;
    private final @Nullable String branch;

    StateLines(TokenCounter counter, Digest digest, Wish wish) {
        this.counter = counter;
        workState = digest.stateNow();
        unread = digest.unread();
        requests = digest.requests();
        asOf = digest.days().of(Long.MAX_VALUE);
        project = wish.project();
        branch = wish.branch() == null ? workState.branch() : wish.branch();
    }

    void writeTo(Section section) {
        place(section);
        effects(section);
        List<CommandRun> broken = workState.broken();
        Set<String> tests = new HashSet<>();
        broken.stream()
                .filter(run -> tests.add(failedTest(run)))
                .limit(MOST_BROKEN)
                .forEach(run -> failed(section, 2, run, "not seen to pass since"));
        todos(section);
        CommandRun last = workState.lastFailure();
        if (last != null
                && section.left() >= ROOM_FOR_MENDED
                && broken.stream().noneMatch(run -> run.seq() == last.seq())) {
            failed(section, 3, last, since(last));
        }
        if (unread > 0) {
            section.offer(3, "Not read to their end, so that names may be missing: " + unread + " texts");
        }
        lastWords(section);
    }

    /** Prints the agent's last report, unless a person has replied to it, and what the agent said since. */
    private void lastWords(Section section) {
        Mark words = workState.words();
        Mark said = workState.said();
        int room = section.left() - 14;
        if (words == null || words.seq() < last(1) || room <= 16) {
            return;
        }
        String report = withoutOpening(words.text());
        String since =
                said == null || said.seq() <= words.seq() ? "" : said.text().strip();
        String then = since.isEmpty() || counter.strict(since) > room / 2 ? "" : "\nThen: " + since;
        String told = Excerpt.of(report, room - counter.strict(then), counter) + then;
        section.offer(4, "The agent's last words: " + told.replace("\n", "\n  "));
    }

    /** Removes opening sentences of few words, such as "Good catch." or "Perfect!", unless there are no others. */
    private static String withoutOpening(String text) {
        String rest = text.strip();
        int end = rest.indexOf('\n') < 0 ? rest.length() : rest.indexOf('\n');
        List<String> pieces = Sentences.pieces(rest.substring(0, end));
        int from = 0;
        for (int i = 0;
                i < pieces.size() - 1
                        && Acknowledgement.isFewPlainWords(pieces.get(i).strip(), 3);
                i++) {
            from += pieces.get(i).length();
        }
        return rest.substring(from).strip();
    }

    private void place(Section section) {
        if (asOf != null) {
            section.offer(0, "As of " + asOf);
        }
        if (branch != null) {
            section.offer(0, "Branch: " + branch);
        }
        Mark edit = workState.lastEdit();
        if (edit != null) {
            section.offer(0, "Last edited: " + relative(edit.text()));
        }
    }

    private String relative(String path) {
        return FileNames.relative(path, project);
    }

    private String since(CommandRun last) {
        if (last.acts().isEmpty()) {
            return "only looking around";
        }
        return workState.runs().values().stream().anyMatch(last::isClearedBy)
                ? "mended since"
                : "not seen to pass since";
    }

    private void effects(Section section) {
        Effects effects = workState.effects();
        List<String> edited = effects.edited().stream().map(this::relative).toList();
        new EffectLines(counter, branch)
                .of(effects.after(last(1), last(2)), section.left() * 3 / 5)
                .forEach(line -> section.offer(1, line));
        if (effects.hasCommit() && edited.size() > 1) {
            int from = Math.max(0, edited.size() - MOST_EDITED);
            String more = from == 0 ? "" : " and " + from + " more";
            section.offer(
                    1,
                    "Edited since the last commit: " + String.join(", ", edited.subList(from, edited.size())) + more);
        }
    }

    /** Returns the number of the last request, or of an earlier one, counted from the end; less than any if there is none. */
    private long last(int fromEnd) {
        return requests.size() < fromEnd
                ? Long.MIN_VALUE
                : requests.get(requests.size() - fromEnd).seq();
    }

    /** Returns the test that failed, or the command if its output names none: one line for each is enough. */
    private static String failedTest(CommandRun run) {
        Matcher test = FAILED_TEST.matcher(String.valueOf(run.failure()));
        return test.find() ? test.group(1) : run.command();
    }

    /** Prints a failure with its message, or only with its exit code if room is short. */
    private static void failed(Section section, int order, CommandRun run, String since) {
        String line = "Failed, " + since + ": `" + run.command() + "` — ";
        if (!section.offer(order, line + run.failure())) {
            section.offer(order, line + String.valueOf(run.failure()).replaceFirst(": .*", ""));
        }
    }

    private void todos(Section section) {
        Todos todos = workState.todos();
        List<Todos.Item> open = todos.open();
        if (open.isEmpty()) {
            return;
        }
        String done = todos.done() > 0 ? ", " + todos.done() + " done" : "";
        String title = "To do as of message " + todos.seq() + done + ":";
        String lines = open.stream()
                .map(item -> "- " + (item.begun() ? "(begun) " : "") + item.text())
                .collect(Collectors.joining("\n"));
        String whole = title + "\n" + lines;
        section.offer(
                1,
                counter.strict(whole) <= section.left() * 2 / 3
                        ? whole
                        : title + "\n" + Excerpt.of(lines, section.left() / 2, counter));
    }
}
