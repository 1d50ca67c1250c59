package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.starter.cli.command.ScreenWriter;
import dev.pith.starter.runtime.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What became of a command that was typed: its exit code and both of its streams. */
public record Result(int code, String out, String err) {

    /** Types a command. */
    static Result of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Pith.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), arguments)
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    /** Types a command at a terminal. */
    static Result onTerminal(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Pith.commandLine(new ScreenWriter(out, true), new ScreenWriter(err, true), arguments)
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    /** Types a command that is about a home, with more options behind it. */
    public static Result in(Home home, String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        all.addAll(List.of(more));
        return of(all.toArray(String[]::new));
    }

    /** What it said on both of its streams. */
    public String output() {
        return out + err;
    }

    /** The objects printed, one a line. */
    List<JsonNode> objects() throws IOException {
        assertThat(out).as(err).startsWith("{");
        List<JsonNode> objects = new ArrayList<>();
        for (String line : out.lines().toList()) {
            objects.add(JsonMapper.builder().build().readTree(line));
        }
        return objects;
    }
}
