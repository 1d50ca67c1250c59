package dev.pith.starter.cli;

import dev.pith.starter.config.ModelKey;
import dev.pith.starter.config.Setting;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The reference pages, made from the program itself. */
final class Reference {

    private static final String MADE = "<!-- Made from the program; ReferenceTest holds it to that. -->\n\n";

    private static final String ENVIRONMENT = """

            ## Variables of the environment only

            | environment | what it is |
            |---|---|
            | `PITH_CONFIG` | The file that is read in place of `pith.toml` in the home |
            | `PITH_JAVA_OPTS` | More options for the Java of `./pith`, separated by spaces: `-Xmx2g`, `-Dhttps.proxyHost=proxy` |
            | `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY` | Proxies for calls to models and for the download of \
            Temporal's program, in either case: [proxies](../models.md#proxies-and-certificates) |
            | `SSL_CERT_FILE` | A PEM file of certificates that are trusted for both, besides the system's; a model's `ca_file` \
            counts in its place |
            """;

    private Reference() {}

    static String ofCommands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine pith = Pith.commandLine(nowhere, nowhere);
        StringBuilder page = new StringBuilder(MADE + "# Commands\n\n");
        page.append(
                "Results go to standard output; progress, figures and the next useful command to standard error.\n");
        page.append("An id may be shortened to a unique beginning.\n\n");
        usage(page, "pith", pith);
        pith.getSubcommands().forEach((name, command) -> usages(page, "pith " + name, command));
        return page.toString();
    }

    static String ofSettings() {
        StringBuilder page = new StringBuilder(MADE + "# Configuration\n\n");
        page.append("A flag beats the environment, the environment beats the file, the file beats the default.\n");
        page.append("The file is `pith.toml` in the home, or the one that `PITH_CONFIG` names. `pith config` shows\n");
        page.append("each value with where it came from. Temporal is configured by its own environment variables\n");
        page.append("(`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_PROFILE` …) and its own file.\n");
        page.append("Models are configured in tables of their own: [models](../models.md).\n\n");
        page.append("| in pith.toml | environment | default | what it is |\n|---|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            boolean inFile = !setting.secret() && setting != Setting.HOME;
            page.append("| ").append(inFile ? "`" + setting.key() + "`" : "–");
            page.append(" | `").append(setting.variable()).append("` | ");
            page.append(setting.defaultValue() == null ? "" : setting.defaultValue());
            page.append(" | ").append(setting.meaning()).append(" |\n");
        }
        return page.append(ENVIRONMENT).toString();
    }

    /** The keys of a model, as docs/models.md has them. */
    static String ofModelKeys() {
        StringBuilder table = new StringBuilder("| key | default | values | what it is |\n|---|---|---|---|\n");
        for (ModelKey key : ModelKey.values()) {
            table.append("| `").append(key.key()).append("` | ");
            table.append(key.defaultValue() == null ? "" : key.defaultValue());
            table.append(" | ")
                    .append(key.range())
                    .append(" | ")
                    .append(key.meaning())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static void usages(StringBuilder page, String title, CommandLine command) {
        usage(page, title, command);
        command.getSubcommands().forEach((name, each) -> usages(page, title + " " + name, each));
    }

    private static void usage(StringBuilder page, String title, CommandLine command) {
        command.setUsageHelpWidth(100);
        page.append("## ").append(title).append("\n\n```\n");
        page.append(command.getUsageMessage(Ansi.OFF).stripTrailing().replace("\r", ""));
        page.append("\n```\n\n");
    }
}
