package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Drain;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reports a worker's drain: one line when it begins and one when it is done. */
record DrainWords(Terminal terminal) implements Drain.Listener {

    @Override
    public void begun(int calls, Duration longest) {
        String running = calls == 0
                ? "no model call is running"
                : Numbers.of(calls, "model call") + (calls == 1 ? " is" : " are") + " running, until "
                        + Instant.now().plus(longest).truncatedTo(ChronoUnit.SECONDS) + " at most ("
                        + Numbers.seconds(longest) + ")";
        terminal.say("Draining: " + running + "; no new work is taken");
    }

    @Override
    public void ended(int cut, Duration took) {
        terminal.say(
                cut == 0
                        ? "Drained after " + Numbers.seconds(took) + ": no call was cut"
                        : "Stopped after " + Numbers.seconds(took) + " of draining: " + Numbers.of(cut, "model call")
                                + (cut == 1 ? " was" : " were") + " cut, which the next worker makes again; a longer"
                                + " drain_timeout waits for them");
    }
}
