package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.planning.LastRequest;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.compaction.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Checks the last message of a person, which every context keeps word for word.
 *
 * @param handle the transaction that ends the compaction
 */
record KeptRequest(Handle handle, Compaction compaction) {

    /** Returns the given ending, or IRREDUCIBLE if this message alone is too long for the context. */
    Ending unlessTooLong(Ending asTold) {
        ContextVersion version =
                handle.attach(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
        return handle.attach(Messages.class)
                .lastOfPerson(compaction.conversation(), compaction.mark(), version.abandoned())
                .map(message -> new LastRequest(message.seq(), message.tokens()))
                .flatMap(request -> request.tooLong(RequestJson.spec(compaction).sizes()))
                .map(why -> new Ending(Outcome.IRREDUCIBLE, asTold.version(), asTold.tokensAfter(), why))
                .orElse(asTold);
    }
}
