package dev.pith.activities.intake;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.planning.LastRequest;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.store.MessageSizes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sizes of messages in memory, computed as {@link MessageSizes} reads them from the store. */
record MemorySizes(List<Sized> messages, long from, Ranges abandoned) implements LiveSizes {

    /**
     * The size and the ties of a message.
     *
     * @param bindsFrom the earliest message that a cut must not separate from it; its own position if there is none
     */
    record Sized(long seq, int tokens, boolean person, boolean nativeSummary, long bindsFrom) {}

    @Override
    public long mark() {
        return messages.size();
    }

    @Override
    public Stream<MessageSize> newestFirst() {
        return backward(mark()).stream();
    }

    @Override
    public Stream<MessageSize> inOrder(long to) {
        List<MessageSize> sizes = backward(to);
        Collections.reverse(sizes);
        return sizes.stream();
    }

    @Override
    public long tokens(long to) {
        return live(from, to).mapToLong(Sized::tokens).sum();
    }

    @Override
    public long countAfter(long seq) {
        return live(seq + 1, mark()).count();
    }

    @Override
    public Optional<LastRequest> lastOfPerson() {
        return live(1, mark())
                .filter(Sized::person)
                .map(one -> new LastRequest(one.seq(), one.tokens()))
                .reduce((before, last) -> last);
    }

    /**
     * Returns sizes from the newest on. A cut before a message is safe if no message from it to the last is tied to an
     * earlier one.
     */
    private List<MessageSize> backward(long to) {
        List<Sized> live = live(from, to).toList();
        List<MessageSize> sizes = new ArrayList<>(live.size());
        long tiedTo = Long.MAX_VALUE;
        for (int i = live.size() - 1; i >= 0; i--) {
            Sized one = live.get(i);
            tiedTo = Math.min(tiedTo, one.bindsFrom());
            sizes.add(new MessageSize(one.seq(), one.tokens(), one.person(), one.nativeSummary(), one.seq() <= tiedTo));
        }
        return sizes;
    }

    private Stream<Sized> live(long first, long last) {
        return messages
                .subList((int) Math.min(first - 1, messages.size()), (int) Math.min(last, messages.size()))
                .stream()
                .filter(one -> !abandoned.contains(one.seq()));
    }
}
