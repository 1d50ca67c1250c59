package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference says what the program says. To write it anew: {@code -Dpith.reference=write}. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference");
    private static final Path MODELS = Path.of("..", "docs", "models.md");

    @Test
    void commandsAreDescribedAsTheyAre() throws IOException {
        check("cli.md", Reference.ofCommands());
    }

    @Test
    void settingsAreDescribedAsTheyAre() throws IOException {
        check("configuration.md", Reference.ofSettings());
    }

    @Test
    void keysOfModelsAreDescribedAsTheyAre() throws IOException {
        String page = Files.readString(MODELS);
        int table = page.indexOf("| key |");
        if ("write".equals(System.getProperty("pith.reference"))) {
            Files.writeString(MODELS, page.substring(0, table) + Reference.ofModelKeys());
        }
        assertThat(MODELS).content().endsWith("\n\n" + Reference.ofModelKeys());
    }

    private static void check(String name, String current) throws IOException {
        Path file = REFERENCE.resolve(name);
        if ("write".equals(System.getProperty("pith.reference"))) {
            Files.writeString(file, current);
        }
        assertThat(file).content().isEqualTo(current);
    }
}
