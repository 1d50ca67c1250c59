package dev.pith.activities.testing;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.store.Database;
import java.util.List;
import java.util.stream.IntStream;

/** Puts conversations into a database the way an import does. */
public final class StoredConversation {

    private StoredConversation() {}

    /** Imports messages and answers with the receipt of their conversation. */
    public static Receipt store(Database database, ConversationHeader header, List<NewMessage> messages) {
        try (ConversationIntake intake = new ConversationIntake(database)) {
            intake.conversation(header);
            messages.forEach(intake::message);
            return intake.finish().get(0);
        }
    }

    /** A dialogue of so many turns, each a request and a reply of so many tokens; answers with its id. */
    public static String dialogue(Database database, String nativeId, int turns, int replyTokens) {
        List<NewMessage> messages = IntStream.range(0, turns)
                .boxed()
                .flatMap(turn -> List.of(
                        Messages.person("p" + turn, "a" + (turn - 1), "Request number " + turn + ": please go on."),
                        Messages.agent("a" + turn, "p" + turn, Messages.words(replyTokens, turn)))
                        .stream())
                .toList();
        return store(database, Messages.session(nativeId), messages).conversation();
    }
}
