package dev.pith.activities.identifiers;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell script into simple commands: at {@code && || ; |} and line ends outside quotes. */
public final class ShellScript {

    /** Maximum number of characters read; the rest of a longer script is a program, not commands. */
    private static final int READ = 2_000;

    private ShellScript() {}

    /** Returns the simple commands as written, in order. Here-document bodies are skipped. */
    public static List<String> commands(String script) {
        String read = withoutHereDocument(script.length() > READ ? script.substring(0, READ) : script);
        List<String> commands = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            if (quote == 0 && (";|\n".indexOf(c) >= 0 || read.startsWith("&&", i))) {
                commands.add(read.substring(start, i));
                i += c == '&' ? 1 : 0;
                start = i + 1;
            }
        }
        commands.add(read.substring(start));
        return commands;
    }

    /** Whether the last simple command reads from a pipe. */
    public static boolean endsInPipe(String script) {
        List<String> commands = commands(script);
        String last = commands.get(commands.size() - 1);
        int before = script.lastIndexOf(last) - 1;
        return commands.size() > 1 && before >= 0 && script.charAt(before) == '|';
    }

    private static String withoutHereDocument(String script) {
        int document = script.indexOf("<<");
        return document < 0 ? script : script.substring(0, document);
    }
}
