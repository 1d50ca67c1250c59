package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Finds a conversation by a unique prefix of its id, or by its id in the source. */
public final class ConversationLookup {

    private static final int SHOWN = 5;

    private ConversationLookup() {}

    /** Returns the conversation. No match or several matches are a usage problem. */
    public static Conversation find(Database database, String typed) {
        Conversations conversations = database.table(Conversations.class);
        List<Conversation> found = typed.matches("[0-9A-Za-z]+")
                ? conversations.startingWith(typed.toLowerCase(Locale.ROOT), SHOWN + 1)
                : List.of();
        if (found.isEmpty()) {
            found = conversations.byNativeId(typed).stream().limit(1).toList();
        }
        if (found.isEmpty()) {
            throw CommandProblem.usage("no conversation \"" + typed + "\": pith list shows those that are stored");
        }
        if (found.size() > 1) {
            throw CommandProblem.usage("\"" + typed + "\" is the beginning of several conversations ("
                    + found.stream().limit(SHOWN).map(Conversation::id).collect(Collectors.joining(", "))
                    + (found.size() > SHOWN ? ", …" : "") + "): type more of the id");
        }
        return found.get(0);
    }

    /** The conversation parameter of commands that work on one conversation. */
    public static final class One {
        @Parameters(
                index = "0",
                paramLabel = "ID",
                description = "A conversation: its id, a unique beginning of it, or the id in its source.")
        private String id = "";

        /** Returns the conversation in this store. No match or several matches are a usage problem. */
        public Conversation in(Database database) {
            return find(database, id);
        }
    }
}
