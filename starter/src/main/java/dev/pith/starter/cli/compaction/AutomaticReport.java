package dev.pith.starter.cli.compaction;

import dev.pith.activities.automatic.AutomaticDecision;
import dev.pith.activities.automatic.AutomaticDecision.State;
import dev.pith.activities.automatic.AutomaticRule;
import dev.pith.activities.automatic.Fullness;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells why a conversation is not compacted automatically: a line on standard error, and an object on standard output
 * if JSON is wanted.
 */
record AutomaticReport(Output output, Terminal terminal) {

    void print(AutomaticRule rule, AutomaticDecision decision) {
        terminal.say((decision.state() == State.NOT_NEEDED ? "Not needed: " : "Not compacted: ") + rule.conversation()
                + " " + decision.reason());
        if (output == Output.JSON) {
            terminal.out().println(JsonLines.of(object(rule, decision)));
            terminal.out().flush();
        }
    }

    private static Map<String, Object> object(AutomaticRule rule, AutomaticDecision decision) {
        Fullness fullness = rule.fullness();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", rule.conversation());
        object.put("outcome", decision.state());
        object.put("tokens", fullness.tokens());
        object.put("threshold", fullness.threshold());
        object.put("window", fullness.window());
        object.put("version", rule.version());
        object.put("messages", rule.messages());
        object.put("reason", decision.reason());
        return object;
    }
}
