package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which chats know their parties. Any other name is a person's. */
public final class Speakers {

    private static final Set<String> USERS = Set.of("user", "human", "person", "customer", "me", "you", "prompter");
    private static final Set<String> ASSISTANTS = Set.of(
            "assistant",
            "ai",
            "bot",
            "chatbot",
            "gpt",
            "chatgpt",
            "bing",
            "bard",
            "claude",
            "model",
            "agent",
            "gemini",
            "function_call");
    private static final Set<String> TOOLS =
            Set.of("tool", "function", "observation", "function_response", "tool_response", "toolresult");

    private Speakers() {}

    public static Role role(String speaker) {
        String name = normal(speaker);
        if (ASSISTANTS.contains(name)) {
            return Role.ASSISTANT;
        }
        if (TOOLS.contains(name)) {
            return Role.TOOL;
        }
        return switch (name) {
            case "system" -> Role.SYSTEM;
            case "developer" -> Role.DEVELOPER;
            default -> Role.USER;
        };
    }

    public static boolean isUser(String speaker) {
        return USERS.contains(normal(speaker));
    }

    /** Whether the speaker's words are a call of a tool. */
    public static boolean isCall(@Nullable String speaker) {
        return speaker != null && normal(speaker).equals("function_call");
    }

    /** Whether the name tells the speaker's part, not who it is. */
    public static boolean isPart(String speaker) {
        return isUser(speaker) || role(speaker) != Role.USER;
    }

    private static String normal(String speaker) {
        return speaker.strip().toLowerCase(Locale.ROOT);
    }
}
