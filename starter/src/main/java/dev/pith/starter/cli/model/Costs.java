package dev.pith.starter.cli.model;

import dev.pith.activities.gateway.CallFigures;
import dev.pith.starter.wording.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats the tokens and cost of calls. An unknown price is shown as unknown, never as zero. */
public final class Costs {

    /** Shown for an unknown cost. */
    public static final String UNKNOWN = "unknown";

    /** Decimal digits shown: a short call to a small model costs about a millionth of the currency. */
    private static final int DIGITS = 6;

    private Costs() {}

    /** Returns the cost, or the known part of it followed by "+ ?". */
    static String of(CallFigures figures) {
        if (figures.unpriced() == figures.calls() && figures.calls() > 0) {
            return UNKNOWN;
        }
        String known = words(figures.knownCost());
        return figures.unpriced() == 0 ? known : known + " + ?";
    }

    /** Returns an amount with up to six decimals. A smaller positive amount is shown as less than a millionth. */
    public static String words(BigDecimal cost) {
        BigDecimal shown = cost.setScale(DIGITS, RoundingMode.HALF_UP);
        return shown.signum() == 0 && cost.signum() > 0
                ? "< " + BigDecimal.ONE.movePointLeft(DIGITS).toPlainString()
                : shown.stripTrailingZeros().toPlainString();
    }

    /** Returns the amount for JSON; null if it is unknown. */
    public static @Nullable BigDecimal number(Optional<BigDecimal> cost) {
        return cost.map(known -> new BigDecimal(known.stripTrailingZeros().toPlainString()))
                .orElse(null);
    }

    /** Returns the counts of special calls, such as estimated, failed or lost ones. */
    static String ofTheCalls(CallFigures figures) {
        List<String> words = new ArrayList<>();
        add(words, figures.unpriced() == figures.calls() ? 0 : figures.unpriced(), "of unknown price");
        add(words, figures.estimated(), "estimated");
        add(words, figures.running(), "running");
        add(words, figures.unfit(), "unfit");
        add(words, figures.failed(), "failed");
        add(words, figures.lost(), "lost");
        return String.join(", ", words);
    }

    /** Returns one sentence on a compaction's calls, tokens and cost. */
    public static String sentence(CallFigures figures) {
        String special = ofTheCalls(figures);
        return Numbers.of(figures.calls(), "call") + (special.isEmpty() ? "" : " (" + special + ")") + ", "
                + Numbers.of(figures.tokensIn(), "token") + " in, " + Numbers.count(figures.tokensOut()) + " out, cost "
                + of(figures)
                + (figures.redacted() == 0
                        ? ""
                        : ", " + Numbers.of(figures.redacted(), "secret") + " redacted before they left");
    }

    private static void add(List<String> words, long number, String what) {
        if (number > 0) {
            words.add(Numbers.count(number) + " " + what);
        }
    }
}
