package dev.pith.starter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenWriterTest {

    private static final String CLIPBOARD = "\u001b]52;c;cHdk\u0007";
    private static final String SHOWN = "\\u001b]52;c;cHdk\\u0007";

    private final StringWriter seen = new StringWriter();
    private final ScreenWriter screen = new ScreenWriter(seen, true);

    @Test
    void spellsOutControlCharactersHoweverTheyAreWritten() {
        screen.print(CLIPBOARD);
        screen.append(CLIPBOARD).append('\u009b');
        screen.write(CLIPBOARD.toCharArray(), 0, CLIPBOARD.length());
        screen.printf("%s", CLIPBOARD);
        screen.print('\u202e');
        screen.println();
        assertThat(seen).hasToString(SHOWN + SHOWN + "\\u009b" + SHOWN + SHOWN + "\\u202e" + System.lineSeparator());
    }

    @Test
    void helpPassesAsItIsAndNothingAfterIt() {
        assertThat(screen.asItIs(() -> {
                    screen.print("\u001b[1mUsage\u001b[0m");
                    return 0;
                }))
                .isZero();
        screen.print("\u001b[1m");
        assertThat(seen).hasToString("\u001b[1mUsage\u001b[0m\\u001b[1m");
    }

    @Test
    void stylesAndRedrawnLinesReachTheTerminalAndTextInThemDoesNotActOnIt() {
        Terminal terminal = new Terminal(screen, screen, false, false, true, true);
        terminal.sayBold("Compacted" + CLIPBOARD, " rest\r");
        terminal.sayDim("next");
        terminal.redraw("5 %" + CLIPBOARD);
        assertThat(seen.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("\u001b[1mCompacted" + SHOWN + "\u001b[0m rest\\u000d\n\u001b[2mnext\u001b[0m\n\r\u001b[K5 %"
                        + SHOWN);
    }

    @Test
    void whatIsNoTerminalGetsNoStyles() {
        Terminal terminal = Terminal.of(new PrintWriter(seen), new PrintWriter(seen, true), false, false);
        assertThat(terminal.live()).isFalse();
        terminal.sayBold("Compacted", " rest");
        assertThat(seen).hasToString("Compacted rest" + System.lineSeparator());
    }
}
