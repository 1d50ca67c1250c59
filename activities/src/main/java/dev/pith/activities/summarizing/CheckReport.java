package dev.pith.activities.summarizing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects sentences that report nothing but whether tests, linters or builds pass: "All tests pass, lint is clean." Of
 * these only the last one holds.
 */
final class CheckReport {

    /** Longer sentences report more. In characters. */
    private static final int LONGEST = 200;

    /** Commands, which may be named. */
    private static final Pattern CODE = Pattern.compile("`[^`]{0,100}+`");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** What is checked, and with which outcome; one of each is in every report. */
    private static final Set<String> CHECKS = Set.of(
            "test",
            "tests",
            "lint",
            "linter",
            "linting",
            "linters",
            "build",
            "builds",
            "suite",
            "suites",
            "ci",
            "checks",
            "check",
            "verification",
            "typecheck",
            "formatting",
            "everything",
            "all",
            "subtests");

    private static final Set<String> OUTCOMES = Set.of(
            "pass",
            "passes",
            "passing",
            "passed",
            "fail",
            "fails",
            "failing",
            "failed",
            "green",
            "clean",
            "cleanly",
            "succeeds",
            "succeeded");

    private static final Set<String> OTHERS = Set.of(
            "the",
            "a",
            "and",
            "with",
            "without",
            "is",
            "are",
            "was",
            "were",
            "now",
            "still",
            "also",
            "including",
            "in",
            "of",
            "no",
            "zero",
            "any",
            "issue",
            "issues",
            "error",
            "errors",
            "warning",
            "warnings",
            "failure",
            "failures",
            "unit",
            "integration",
            "regression",
            "functional",
            "existing",
            "new",
            "other",
            "remaining",
            "full",
            "entire",
            "whole",
            "both",
            "most",
            "some",
            "race",
            "detection",
            "detector",
            "code",
            "compiles",
            "project",
            "that's",
            "fine",
            "good",
            "great",
            "perfect",
            "excellent",
            "ok",
            "successfully",
            "again",
            "run",
            "runs",
            "ran",
            "function",
            "functions",
            "case",
            "cases",
            "total",
            "updated",
            "s",
            "as",
            "expected");

    /** The characters of the same in Chinese. */
    private static final String CHINESE = "所有全部测试通过都已均单元集成构建编译失败仍然没有错误了现在成功的";

    private CheckReport() {}

    /** Returns whether a sentence reports only the outcome of checks. */
    static boolean is(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String plain =
                CODE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean checks = false;
        boolean outcome = false;
        for (String word : BETWEEN_WORDS.split(plain, -1)) {
            boolean wide = !word.isEmpty() && word.chars().allMatch(c -> CHINESE.indexOf(c) >= 0);
            checks |= CHECKS.contains(word) || (wide && word.contains("测试"));
            outcome |= OUTCOMES.contains(word) || (wide && (word.contains("通过") || word.contains("失败")));
            if (!word.isEmpty() && !wide && !isKnown(word)) {
                return false;
            }
        }
        return checks && outcome;
    }

    private static boolean isKnown(String word) {
        return OTHERS.contains(word)
                || CHECKS.contains(word)
                || OUTCOMES.contains(word)
                || Character.isDigit(word.charAt(0));
    }
}
