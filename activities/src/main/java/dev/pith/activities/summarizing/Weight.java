package dev.pith.activities.summarizing;

import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.text.Cues;
import dev.pith.activities.text.RuleWords;
import java.util.regex.Pattern;

/** The weight of a statement: by author, age, and whether it binds, decides or reports an outcome. */
final class Weight {

    /** Words by which a person sets a lasting rule. */
    private static final Cues BINDING = new Cues("""
            must mustn't never always only don't dont do_not instead rather_than prefer avoid except unless should
            shouldn't important requirement constraint make_sure note_that no_need keep_the keep_all keep_it
            """, "必须 不要 不能 应该 务必 注意 一定 别忘 记住 しなければ しないで ください 禁止");

    /** Words that report decisions, findings and outcomes. */
    private static final Cues TELLING = new Cues("""
            decide decided decides deciding decision agree agreed we'll_go we'll_use will_go will_use go_with because
            root_cause turns_out the_issue the_problem the_bug the_cause the_fix the_key found fixed fail fails failed
            failing pass passes passed passing works_now now_works implemented added updated created changed removed
            refactored renamed moved remaining next_step todo still_need still_needs still_fail still_fails still_failing
            actually wrong instead must never always only
            """, "决定 因为 问题是 原因 下一步 修复 改为 完成 已经 決め 理由 修正 完了");

    /** A person's imperative; excludes reports such as "they don't". */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?i)(?<![a-z])(?:must(?:n't)?|never|always|should(?:n't)?|make sure|(?<!\\ws )(?<!\\b(?:i|we|they|you) )"
                    + "(?:don't|do not|dont)|instead of|rather than|prefer|avoid|important|only|unless)(?![a-z])"
                    + "|必须|不要|不能|务必|注意|一定|别忘|记住|しなければ|しないで|ください|禁止");

    /** How an agent announces its next action, which is outdated as soon as it is done. */
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "(?i)^(?:now,? |next,? |first,? |then |so |also,? |and |but |actually,? |hmm+[,.!:]* |wait[,.!:]* |(?:—|–|-) |alright[,.!:]* |good[,.!:]* |great[,.!:]* |perfect[,.!:]* |excellent[,.!:]* |ok(?:ay)?[,.!:]* |right[,.!:]* )*+"
                    + "(?:let me|let's|let us|i'll|i will|i'm [a-z]+ing|i am [a-z]+ing|i need to|(?<=now )let|i should|i can see"
                    + "|(?<=now )(?:run|rerun|check|update|fix|add|remove|verify|test|build|create|look|mark|move|write|implement|register|the (?:remaining|other|next|rest)|on to))\\b");

    /** An announcement with fewer words that names nothing is filler: "Let me fix the remaining issues." */
    private static final int FEW_WORDS = 9;

    /** How an agent only states that it continues: "Now I understand the bug.", "Again, with less around it." */
    private static final Pattern IDLE = Pattern.compile(
            "(?i)^(?:(?:ok(?:ay)?|alright|right|good|great|perfect|excellent|ah|so|and|now|then)[,.!:]* )*+(?:looking at [^,]{1,80}, )?"
                    + "(?:i (?:now |fully |finally |can |clearly |think i |might )*+(?:understand|see|get)"
                    + "(?: (?:what|how|why|where)(?: [a-z']++){0,5}+"
                    + "|(?! [^.]*\\b(?:is|are|was|were|has|needs?|must|only|never|not|no|because|that)\\b)(?: [a-z']++){0,5}+)"
                    + "|i (?:now |finally )*+(?:have|can (?:see|give you)) (?:a |an |the |all |enough )*+(?:very )?(?:clear|complete|full|good|thorough|whole|better|context|details|information|answer)"
                    + "[^.]{0,40}+|you(?:'re| are) (?:absolutely |completely |quite )?right(?: to [^.]{0,40}+| (?:-|–|—) (?:i|that's|this is|it's) [^.]{0,40}+)?+"
                    + "|again,(?: [a-z']++){1,6}+)[.!…]*+$");

    private static final Pattern LEANING = Pattern.compile(
            "(?i)(?:but|so|then|and|wait|this|that|these|those|it|its|it's|they|he|she|both|also|or|however|otherwise|same)\\b");

    private static final double BINDS = 0.1;
    private static final double TELLS = 0.22;
    private static final double LEANS = 0.05;
    private static final double ANNOUNCES = 0.25;
    private static final double SLOW = 20;

    private Weight() {}

    /** Returns the weight of a statement at the end of a section of so many events: newer statements weigh more. */
    static double of(Statement statement, long events) {
        double age = Math.max(0, events - statement.event());
        return statement.worth()
                + 0.15 * StrictMath.exp(-age / SLOW)
                + 0.05 * StrictMath.exp(-2 * age / Math.max(1, events));
    }

    static double worth(Voice voice, boolean first, String text) {
        double said = switch (voice) {
            case PERSON -> 0.25 + BINDS * binding(text);
            case SUMMARY -> 0.05 + TELLS * TELLING.count(text);
            case AGENT -> TELLS * TELLING.count(text) - (leansOn(text) ? LEANS : 0) - (announces(text) ? ANNOUNCES : 0);
        };
        return said + (first ? 0.05 : 0);
    }

    static boolean announces(String text) {
        return ANNOUNCEMENT.matcher(text.replace('’', '\'')).lookingAt() || idles(text);
    }

    /** Returns whether an agent's sentence only states that it continues or agrees. */
    static boolean idles(String said) {
        String text = said.replace('’', '\'');
        boolean again = text.regionMatches(true, 0, "again", 0, 5);
        boolean filler = ANNOUNCEMENT.matcher(text).lookingAt() && Acknowledgement.isFewPlainWords(text, FEW_WORDS);
        return filler || Acknowledgement.is(text) || (IDLE.matcher(text).matches() && !(again && tells(text)));
    }

    /** Returns whether a sentence can only be understood with the preceding one. */
    static boolean leansOn(String text) {
        return LEANING.matcher(text).lookingAt();
    }

    /** Returns whether a person's sentence states what must or must not be done. */
    static boolean constrains(String text) {
        return CONSTRAINT.matcher(text).find() || RuleWords.BINDING.count(text) > 0;
    }

    /** Returns whether a person's sentence may bind what follows. */
    static boolean binds(String text) {
        return binding(text) > 0;
    }

    /** Returns the index of the first binding word; negative without one. */
    static int bindsAt(String text) {
        int english = BINDING.at(text);
        int other = RuleWords.BINDING.at(text);
        return english < 0 ? other : other < 0 ? english : Math.min(english, other);
    }

    private static int binding(String text) {
        return Math.max(BINDING.count(text), RuleWords.BINDING.count(text));
    }

    /** Returns whether a sentence reports a decision, a finding or an outcome. */
    static boolean tells(String text) {
        return TELLING.count(text) > 0;
    }
}
