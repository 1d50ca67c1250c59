package dev.pith.starter.importing.reading;

import dev.pith.activities.conversation.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that chats use for roles. Any other name is a person's. */
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

    /** Returns whether this speaker's text is a tool call. */
    public static boolean isCall(@Nullable String speaker) {
        return speaker != null && normal(speaker).equals("function_call");
    }

    /** Returns whether the name is a role, not a person's name. */
    public static boolean isPart(String speaker) {
        return isUser(speaker) || role(speaker) != Role.USER;
    }

    private static String normal(String speaker) {
        return speaker.strip().toLowerCase(Locale.ROOT);
    }
}
