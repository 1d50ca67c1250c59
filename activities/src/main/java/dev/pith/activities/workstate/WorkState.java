package dev.pith.activities.workstate;

import dev.pith.activities.effects.Effects;
import dev.pith.activities.facts.ItemStates;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the work at the end of a conversation range. When two are joined, the later one wins.
 *
 * @param runs the last run of each command, by command fingerprint
 * @param lastFailure the last run with a failure exit code, resolved or not
 * @param branch the version control branch, if known from command output
 * @param lastEdit the last changed file
 * @param words the agent's last informative text
 * @param said the end of the agent's last text, to which a person replies
 * @param effects commits, pushes and other acts that outlast the edits
 */
public record WorkState(
        Todos todos,
        Map<String, CommandRun> runs,
        @Nullable CommandRun lastFailure,
        @Nullable String branch,
        @Nullable Mark lastEdit,
        @Nullable Mark words,
        @Nullable Mark said,
        Effects effects) {

    static final int MOST_RUNS = 300;
    public static final WorkState NONE =
            new WorkState(Todos.NONE, Map.of(), null, null, null, null, null, Effects.NONE);

    public WorkState {
        // A digest that an earlier version stored has none.
        effects = effects == null ? Effects.NONE : effects;
    }

    /** A text or file, with the number of its message. */
    public record Mark(long seq, String text) {

        /** Returns the later of two; the new one wins if both are of the same message. */
        public static Mark later(@Nullable Mark before, Mark candidate) {
            return before != null && before.seq > candidate.seq ? before : candidate;
        }
    }

    public WorkState then(WorkState next) {
        Map<String, CommandRun> joined = new LinkedHashMap<>(runs);
        joined.values().removeIf(run -> next.runs.values().stream().anyMatch(run::isClearedBy));
        joined.putAll(next.runs);
        return new WorkState(
                todos.then(next.todos),
                newest(joined),
                next.lastFailure == null ? lastFailure : next.lastFailure,
                next.branch == null ? branch : next.branch,
                next.lastEdit == null ? lastEdit : next.lastEdit,
                next.words == null ? words : next.words,
                next.said == null ? said : next.said,
                effects.then(next.effects));
    }

    /** Returns the state with what was told of the to-dos in words. */
    public WorkState told(ItemStates states) {
        return new WorkState(todos.told(states), runs, lastFailure, branch, lastEdit, words, said, effects);
    }

    /** Returns commands whose last run failed, newest first. */
    public List<CommandRun> broken() {
        return broken(runs);
    }

    /** Returns the failed ones of the given runs, newest first. */
    public static List<CommandRun> broken(Map<String, CommandRun> runs) {
        return runs.values().stream()
                .filter(CommandRun::failed)
                .sorted(Comparator.comparingLong(CommandRun::seq).reversed())
                .toList();
    }

    static Map<String, CommandRun> newest(Map<String, CommandRun> runs) {
        if (runs.size() <= MOST_RUNS) {
            return runs;
        }
        Map<String, CommandRun> kept = new LinkedHashMap<>();
        runs.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(CommandRun::seq).reversed()))
                .limit(MOST_RUNS)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
