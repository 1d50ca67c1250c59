package dev.pith.starter.cli.importing;

import dev.pith.activities.intake.Receipt;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.sessions.SessionNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes sources into the store and prints the conversations that they became. Confined to one thread. */
final class Taking {

    private final Intake intake;
    private final ImportOptions options;
    private final Output output;
    private final Terminal terminal;
    private Map<String, SessionNames> taken = new LinkedHashMap<>();

    Taking(Intake intake, ImportOptions options, Output output, Terminal terminal) {
        this.intake = intake;
        this.options = options;
        this.output = output;
        this.terminal = terminal;
    }

    Intake intake() {
        return intake;
    }

    void take(String source) {
        print(source, intake.take(source, options));
    }

    /** Takes a source that may have been taken before; prints only what changed. */
    void takeChanges(String source) {
        print(source, intake.takeChanges(source, options));
    }

    /**
     * Returns what names the file of each conversation that was taken since this was last asked. Conversations of
     * subagents are left out: nobody goes on with them.
     */
    Map<String, SessionNames> taken() {
        Map<String, SessionNames> since = taken;
        taken = new LinkedHashMap<>();
        return since;
    }

    private void print(String source, List<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            terminal.out().println(output == Output.JSON ? JsonLines.of(object(receipt)) : receipt.conversation());
            if (receipt.header().subagentId() == null) {
                taken.put(
                        receipt.conversation(),
                        source.equals(Intake.STANDARD_INPUT) ? SessionNames.NONE : SessionNames.of(Path.of(source)));
            }
        }
        terminal.out().flush();
    }

    private static Map<String, Object> object(Receipt receipt) {
        return Map.of(
                "conversation", receipt.conversation(),
                "source", receipt.header().source(),
                "nativeId", receipt.header().nativeId(),
                "created", receipt.created(),
                "appended", receipt.appended(),
                "known", receipt.known(),
                "revised", receipt.revised(),
                "abandoned", receipt.abandoned(),
                "messages", receipt.total());
    }
}
