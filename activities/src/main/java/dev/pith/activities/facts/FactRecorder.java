package dev.pith.activities.facts;

import dev.pith.activities.facts.Fact.Speaker;
import dev.pith.activities.text.Fences;
import dev.pith.activities.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the facts of a conversation, message by message. Not thread-safe. */
public final class FactRecorder {

    /** A longer answer of a tool is data, not an answer. In characters. */
    private static final int LONGEST_ANSWER = 4_000;

    /** A person's message of more lines outside of fences is output or a text that was pasted. */
    private static final int MOST_LINES = 12;

    /** The values of a longer file or of a larger JSON object are needed only if they are used. */
    private static final int FEW = 4;

    /** Tools of coding agents whose answers are output of programs, texts of files and pages, or their own remarks. */
    private static final Set<String> PROGRAMS = WordList.of("""
            bash shell exec exec_command local_shell container.exec run_terminal_cmd terminal bashoutput killshell
            write_stdin read view cat ls list glob grep search write edit multiedit update replace str_replace
            str_replace_editor str_replace_based_edit_tool edit_file write_file read_file run_shell_command
            apply_patch notebookedit task agent skill todowrite todoread taskcreate taskupdate tasklist taskget
            taskoutput taskstop update_plan webfetch websearch web_fetch web_search exitplanmode enterplanmode
            askuserquestion toolsearch""");

    private Map<String, Fact> facts = new LinkedHashMap<>();
    private Map<String, String> values = new LinkedHashMap<>();
    private List<Outdated> replaced = new ArrayList<>();

    /** Records what a person says. */
    public void person(long seq, String text) {
        if (!Superseded.isWhole(text)) {
            Speaker speaker = Fences.linesOutside(text, MOST_LINES + 1) > MOST_LINES ? Speaker.PASTED : Speaker.PERSON;
            FactText.read(text, ClauseReader::said, clause -> put(Fact.of(clause, null, speaker, seq)));
        }
        use(seq, text);
    }

    /** Records what an agent or an earlier summary says. */
    public void agent(long seq, String text) {
        FactText.read(text, ClauseReader::set, clause -> put(Fact.of(clause, null, Speaker.AGENT, seq)));
        use(seq, text);
    }

    /** Records the argument of a tool call: values that it uses are needed. */
    public void call(long seq, String text) {
        use(seq, text);
    }

    /**
     * Records the answer of a tool.
     *
     * @param tool the tool's name in lower case; null if its call is not known
     * @param file the file that was read; null if the answer is no file's content
     */
    public void answer(long seq, @Nullable String tool, @Nullable String file, String text) {
        if (file != null) {
            String scope = file.substring(file.lastIndexOf('/') + 1);
            if (ConfigText.isConfig(scope)) {
                List<Clause> settings = new ArrayList<>();
                ConfigText.read(text, settings::add);
                put(settings, scope, settings.size() <= FEW ? Speaker.TOOL : Speaker.PROGRAM, seq);
            }
        } else if (text.length() <= LONGEST_ANSWER) {
            List<Clause> said = new ArrayList<>();
            boolean program = tool == null || PROGRAMS.contains(own(tool));
            boolean data = JsonLeaves.read(text, said::add);
            if (!data) {
                FactText.read(text, program ? ClauseReader::set : ClauseReader::said, said::add);
            }
            put(said, null, program || (data && said.size() > FEW) ? Speaker.PROGRAM : Speaker.TOOL, seq);
        }
    }

    /** Returns a tool's name without the server that wraps it. */
    private static String own(String tool) {
        int wrapped = tool.lastIndexOf("__");
        return wrapped < 0 ? tool : tool.substring(wrapped + 2);
    }

    private void put(List<Clause> clauses, @Nullable String scope, Speaker speaker, long seq) {
        clauses.forEach(clause -> put(Fact.of(clause, scope, speaker, seq)));
    }

    /** Returns the facts recorded so far. */
    public Facts facts() {
        return new Facts(Facts.most(new ArrayList<>(facts.values())), Facts.newest(replaced));
    }

    private void put(Fact fact) {
        if (!fact.isWorthKeeping()) {
            return;
        }
        Facts.put(facts, fact, replaced);
        if (replaced.size() > 2 * Facts.MOST_OUTDATED) {
            replaced = new ArrayList<>(Facts.newest(replaced));
        }
        if (Specifics.isDistinct(fact.value())) {
            values.put(fact.value(), fact.identity());
        }
        if (facts.size() > 2 * Facts.MOST) {
            List<Fact> most = Facts.most(new ArrayList<>(facts.values()));
            facts = new LinkedHashMap<>();
            values = new LinkedHashMap<>();
            most.forEach(this::put);
        }
    }

    /** Notes which values a later message contains. */
    private void use(long seq, String text) {
        int from = -1;
        boolean name = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && isOfValue(text.charAt(i));
            if (part) {
                from = from < 0 ? i : from;
                name |= !Character.isLowerCase(text.charAt(i));
            } else if (from >= 0) {
                if (name && i - from <= Clause.LONGEST_VALUE + 1 && !values.isEmpty()) {
                    use(seq, text, from, i);
                }
                from = -1;
                name = false;
            }
        }
    }

    private void use(long seq, String text, int from, int to) {
        int end = to;
        while (end > from && ".,:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String identity = end - from < Specifics.SHORTEST ? null : values.get(text.substring(from, end));
        Fact fact = identity == null ? null : facts.get(identity);
        if (fact != null && fact.seq() < seq) {
            facts.put(fact.identity(), fact.usedAgain());
        }
    }

    private static boolean isOfValue(char c) {
        return Character.isLetterOrDigit(c) || "-_./:@".indexOf(c) >= 0;
    }
}
