package dev.pith.starter.cli.mcp;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a tool call. */
record Arguments(Map<String, Object> values) {

    /** An argument is missing or wrong; the message is for the model that called. */
    static final class WrongArgument extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongArgument(String message) {
            super(message);
        }
    }

    String text(String name) {
        @Nullable String text = textOrNull(name);
        if (text == null) {
            throw new WrongArgument("the argument " + name + " is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        Object value = values.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    boolean is(String name) {
        return Boolean.parseBoolean(String.valueOf(values.get(name)));
    }

    long number(String name, long usual, long most) {
        Object value = values.get(name);
        if (value == null) {
            return usual;
        }
        try {
            long number = value instanceof Number typed ? typed.longValue() : Long.parseLong(value.toString());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below names the rule.
        }
        throw new WrongArgument("the argument " + name + " is " + value + ", must be a number from 1 to " + most);
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        @Nullable String typed = textOrNull(name);
        if (typed == null) {
            return null;
        }
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(typed)) {
                return choice;
            }
        }
        StringBuilder choices = new StringBuilder();
        for (E choice : type.getEnumConstants()) {
            choices.append(choices.isEmpty() ? "" : ", ").append(choice.name().toLowerCase(Locale.ROOT));
        }
        throw new WrongArgument("the argument " + name + " is " + typed + ", must be one of " + choices);
    }
}
