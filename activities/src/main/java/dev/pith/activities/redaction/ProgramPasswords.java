package dev.pith.activities.redaction;

import dev.pith.activities.redaction.PasswordOption.Before;
import dev.pith.activities.redaction.PasswordOption.Glue;
import dev.pith.activities.redaction.SecretValue.Written;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds passwords after the options of {@link PasswordOption}, for their programs only. */
final class ProgramPasswords {

    /** Maximum distance searched backwards for the command, in characters. */
    private static final int NEAR = 300;

    private static final int LONGEST = 200;
    private static final String ENDS = "'\"`\\";
    /** Characters of ports and port mappings: {@code -p8080:80}. */
    private static final Alphabet PORTS = new Alphabet(":./-", Alphabet.DIGIT);

    private static final int LONGEST_PORT = 5;

    private ProgramPasswords() {}

    /** Returns the password after the option that starts here if one of its programs precedes it, else null. */
    static @Nullable Finding at(String text, int from, int to) {
        List<String> command = null;
        for (int i = 0; i < PasswordOption.ALL.size(); i++) {
            PasswordOption option = PasswordOption.ALL.get(i);
            int value = value(text, from, to, option);
            // Check the value first: most are not passwords, and it is cheaper than finding the command.
            Finding found = value < 0 ? null : password(text, value, option.before());
            if (found != null) {
                command = command == null ? command(text, from) : command;
                if (isOf(option, command)) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Returns the start of the option's value, or -1 if this is another option. */
    private static int value(String text, int from, int to, PasswordOption option) {
        int end = from + option.option().length();
        if (end > to || !text.startsWith(option.option(), from)) {
            return -1;
        }
        boolean isSpaced = end == to && (text.startsWith(" ", to) || text.startsWith("=", to));
        if (isSpaced) {
            return option.glue() == Glue.TIGHT ? -1 : to + 1;
        }
        return option.glue() == Glue.SPACED ? -1 : end;
    }

    private static @Nullable Finding password(String text, int from, Before before) {
        int begin = from;
        while (begin < text.length() && begin < from + 3 && " '\"\\".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        int end = end(text, from, begin);
        int password = begin + skipped(text.substring(begin, end), before);
        if (password < begin || password >= end) {
            return null;
        }
        String value = text.substring(password, end);
        boolean isPort = PORTS.all(value) && (value.indexOf(':') >= 0 || value.length() <= LONGEST_PORT);
        return !isPort && SecretValue.isSecret(value, SecretKind.PASSWORD, Written.PLAIN)
                ? new Finding(password, end, SecretKind.PASSWORD, SecretForm.PROGRAM_OPTION)
                : null;
    }

    /** Returns the end of a value: the closing quote, or a space for an unclosed quote or an unquoted value. */
    private static int end(String text, int from, int begin) {
        int limit = Math.min(text.length(), begin + LONGEST);
        char quote = begin > from ? text.charAt(begin - 1) : ' ';
        if (quote == '\'' || quote == '"') {
            int end = begin;
            while (end < limit && text.charAt(end) >= ' ' && text.charAt(end) != quote && text.charAt(end) != '\\') {
                end++;
            }
            boolean isClosed = end < limit && (text.charAt(end) == quote || text.startsWith("\\" + quote, end));
            if (isClosed) {
                return end;
            }
        }
        int end = begin;
        while (end < limit && text.charAt(end) > ' ' && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Returns the number of characters before the password, or -1 if there is none. */
    private static int skipped(String value, Before before) {
        return switch (before) {
            case NOTHING -> 0;
            case USER -> value.indexOf(':') > 0 ? value.indexOf(':') + 1 : -1;
            case WORD_PASS -> value.startsWith("pass:") ? 5 : -1;
        };
    }

    /** Whether an option belongs to a command of this program. */
    static boolean isAfter(String program, String text, int option) {
        return command(text, option).contains(program);
    }

    private static boolean isOf(PasswordOption option, List<String> command) {
        boolean hasSubcommand = option.subcommand().isEmpty() || command.contains(option.subcommand());
        return hasSubcommand
                && command.stream().anyMatch(word -> option.programs().contains(word));
    }

    /** Returns the words of the command before an option, without program directories. */
    private static List<String> command(String text, int option) {
        int from = option;
        while (from > 0 && from > option - NEAR && !isBreak(text, from - 1)) {
            from--;
        }
        return Arrays.stream(text.substring(from, option).split("[ \t\n\"'`(\\\\]", -1))
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .toList();
    }

    /** Whether another command ends here. A backslash at the end of a line continues the command. */
    private static boolean isBreak(String text, int i) {
        char c = text.charAt(i);
        boolean isLine = c == '\n' && (i == 0 || text.charAt(i - 1) != '\\');
        return isLine || c == '|' || c == ';' || c == '&';
    }
}
