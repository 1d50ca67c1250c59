package dev.pith.starter.cli.model;

import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.Usage;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.BaseUrlSetting;
import dev.pith.starter.requesting.ServedLimits;
import dev.pith.starter.wording.Numbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a small call to a model.
 *
 * @param took time until the whole answer was received
 * @param window the window and slots that the server reports
 */
record ModelTestReport(
        ModelProfile profile, ModelReply reply, Duration took, Dialect dialect, Optional<ToldWindow> window) {

    private static final int EXCERPT = 60;

    /** Returns whether the answer is valid: it has text, or reasoning used up the output limit. */
    boolean sound() {
        return switch (reply.finish()) {
            case STOP -> !reply.text().isEmpty();
            case LENGTH -> true;
            default -> false;
        };
    }

    void print(Output output, Terminal terminal) {
        if (output == Output.JSON) {
            terminal.out().println(JsonLines.of(object()));
        } else {
            lines().forEach(terminal.out()::println);
        }
        terminal.out().flush();
        warnOfWindow(terminal);
    }

    private void warnOfWindow(Terminal terminal) {
        Integer said = profile.contextWindow();
        if (said != null && window.filter(told -> told.tokens() < said).isPresent()) {
            terminal.warn("the server of model profile " + profile.name() + " serves a window of "
                    + Numbers.count(window.get().tokens()) + " tokens, its context_window says "
                    + Numbers.count(said) + ": the smaller counts, have the server serve more");
        }
    }

    private List<String> lines() {
        return List.of(
                profile.name() + ": " + verdict(),
                "  endpoint   " + provider() + " at " + BaseUrlSetting.shown(profile.baseUrl()) + ", model "
                        + profile.model(),
                "  dialect    " + dialectWords(),
                "  window     " + windowWords(),
                "  slots      " + slotsWords(),
                "  time       " + Numbers.seconds(took) + " to the whole answer, "
                        + String.format(Locale.ROOT, "%.1f", tokensPerSecond()) + " tokens a second"
                        + " (the wait for the first included)",
                "  usage      " + Numbers.of(reply.usage().promptTokens(), "token") + " in ("
                        + Numbers.count(reply.usage().cachedTokens()) + " cached), "
                        + Numbers.count(reply.usage().completionTokens()) + " out, "
                        + (reply.usage().estimated()
                                ? "as Pith estimates: the endpoint does not tell"
                                : "as the endpoint tells"),
                "  cost       "
                        + cost().map(Costs::words)
                                .orElse(Costs.UNKNOWN + ": set price_input and price_output in its profile"));
    }

    private String verdict() {
        if (!sound()) {
            return reply.finish() == Finish.STOP
                    ? "answered with nothing" + (reply.reasoned() ? " but reasoning" : "")
                    : "answered, but "
                            + (reply.ended().isEmpty() ? "gave no finish reason" : "ended with " + reply.ended())
                            + quoted();
        }
        return reply.text().isEmpty()
                ? "answered; its reasoning took all the room of this test"
                : "answered" + quoted() + (reply.reasoned() ? ", after reasoning" : "");
    }

    /** Returns the answer without control characters. */
    private String quoted() {
        String text = reply.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.isEmpty()
                ? ""
                : " \"" + (text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…") + "\"";
    }

    private String dialectWords() {
        String limit = dialect.limit().parameter();
        List<String> without = refused();
        return (limit.isEmpty() ? "no output limit" : limit)
                + (without.isEmpty() ? "" : "; it does not take " + String.join(", ", without));
    }

    private List<String> refused() {
        List<String> refused = new ArrayList<>();
        if (!dialect.temperature()) {
            refused.add("temperature");
        }
        if (!dialect.reasoningEffort()) {
            refused.add("reasoning effort");
        }
        if (!dialect.streamOptions()) {
            refused.add("stream options");
        }
        return refused;
    }

    private String windowWords() {
        String told = window.map(one -> Numbers.of(one.tokens(), "token") + ", told by " + one.teller())
                .orElse("the server does not tell");
        if (profile.contextWindow() != null) {
            return told + "; context_window says " + Numbers.count(profile.contextWindow());
        }
        return window.isPresent()
                ? told
                : told + "; reckoning with " + Numbers.of(ServedLimits.assumed(profile), "token")
                        + ", set context_window if it serves more";
    }

    private String slotsWords() {
        int calls = ServedLimits.of(profile, window).calls();
        String told = window.flatMap(one -> Optional.ofNullable(one.slots())
                        .map(slots -> Numbers.count(slots) + ", told by " + one.teller()))
                .orElse("the server does not tell");
        return told
                + "; concurrency says " + Numbers.count(profile.concurrency()) + ", so " + Numbers.of(calls, "call")
                + (calls == 1 ? " runs" : " run") + " at a time";
    }

    private double tokensPerSecond() {
        return reply.usage().completionTokens() * 1e9 / Math.max(1, took.toNanos());
    }

    private Optional<BigDecimal> cost() {
        return Optional.ofNullable(profile.prices()).map(prices -> prices.cost(reply.usage()));
    }

    private String provider() {
        return profile.provider().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> object() {
        Usage usage = reply.usage();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("profile", profile.name());
        object.put("sound", sound());
        object.put("provider", provider());
        object.put("model", profile.model());
        object.put("baseUrl", BaseUrlSetting.shown(profile.baseUrl()));
        object.put("finish", reply.finish().name());
        object.put("reasoned", reply.reasoned());
        object.put("outputLimit", dialect.limit().parameter());
        object.put("refused", refused());
        object.put("windowTold", window.map(ToldWindow::tokens).orElse(null));
        object.put("windowTeller", window.map(ToldWindow::teller).orElse(null));
        object.put("contextWindow", profile.contextWindow());
        object.put("slots", window.map(ToldWindow::slots).orElse(null));
        object.put("concurrency", profile.concurrency());
        object.put("millis", took.toMillis());
        object.put("tokensPerSecond", Math.round(tokensPerSecond() * 10) / 10.0);
        object.put("tokensIn", usage.promptTokens());
        object.put("tokensOut", usage.completionTokens());
        object.put("tokensCached", usage.cachedTokens());
        object.put("estimated", usage.estimated());
        object.put("cost", Costs.number(cost()));
        return object;
    }
}
