package dev.pith.starter.cli.model;

import dev.pith.activities.gateway.CallFigures;
import dev.pith.activities.gateway.CallGroup;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.wording.Numbers;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints the tokens and cost of calls, one row per group, with a total. */
final class CostTable {

    private static final String ROW = "%-34s  %-7s  %6s  %12s  %12s  %12s  %12s  %8s  %s";

    private final Output output;
    private final PrintWriter out;
    private CallFigures total = CallFigures.NONE;
    private boolean begun;

    CostTable(Output output, PrintWriter out) {
        this.output = output;
        this.out = out;
    }

    /** Prints a heading for the rows below. */
    void heading(String words) {
        if (output == Output.TEXT) {
            begin();
            out.println(words);
        }
    }

    void row(CallGroup group) {
        total = total.plus(group.figures());
        if (output == Output.TEXT) {
            begin();
            line(group.profile() + " (" + group.model() + ")", group.purpose(), group.figures());
            return;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (group.compaction() != null) {
            object.put("compaction", group.compaction());
        }
        object.put("profile", group.profile());
        object.put("model", group.model());
        object.put("purpose", group.purpose());
        object.putAll(object(group.figures()));
        out.println(JsonLines.of(object));
    }

    void total() {
        if (output == Output.TEXT) {
            begin();
            line("total", "", total);
            return;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("total", true);
        object.putAll(object(total));
        out.println(JsonLines.of(object));
    }

    private void begin() {
        if (!begun) {
            begun = true;
            out.println(String.format(
                    Locale.ROOT,
                    ROW,
                    "MODEL",
                    "PURPOSE",
                    "CALLS",
                    "IN",
                    "OUT",
                    "CACHED",
                    "COST",
                    "SECRETS",
                    "OF THE CALLS"));
        }
    }

    private void line(String model, String purpose, CallFigures figures) {
        out.println(String.format(
                        Locale.ROOT,
                        ROW,
                        model,
                        purpose,
                        Numbers.count(figures.calls()),
                        Numbers.count(figures.tokensIn()),
                        Numbers.count(figures.tokensOut()),
                        Numbers.count(figures.tokensCached()),
                        Costs.of(figures),
                        Numbers.count(figures.redacted()),
                        Costs.ofTheCalls(figures))
                .stripTrailing());
    }

    private static Map<String, Object> object(CallFigures figures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("calls", figures.calls());
        object.put("tokensIn", figures.tokensIn());
        object.put("tokensOut", figures.tokensOut());
        object.put("tokensCached", figures.tokensCached());
        object.put("cost", Costs.number(figures.cost()));
        object.put("unpriced", figures.unpriced());
        object.put("estimated", figures.estimated());
        object.put("running", figures.running());
        object.put("unfit", figures.unfit());
        object.put("failed", figures.failed());
        object.put("lost", figures.lost());
        object.put("redacted", figures.redacted());
        return object;
    }
}
