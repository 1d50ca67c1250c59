package dev.pith.starter.importing.discovery;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.starter.importing.reading.PackedNames;
import dev.pith.starter.importing.reading.SessionName;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The sessions of one program that are in the store.
 *
 * @param ids the ids of sessions and subagents
 */
record StoredSessions(SessionProgram program, Set<String> ids) {

    private static final String SUBAGENT = "agent-";

    boolean hold(ConversationHeader header) {
        String subagent = header.subagentId();
        return ids.contains(subagent == null ? header.nativeId() : subagent);
    }

    /** Returns whether a session is stored, by its path: its file has its id as name, or its folder if all files are named alike. */
    boolean hold(Path folder, Path file) {
        Path plain = PackedNames.unpacked(file);
        String name = String.valueOf(plain.getFileName());
        int ending = name.lastIndexOf('.');
        String stem = ending < 0 ? name : name.substring(0, ending);
        Stream<String> names =
                Stream.of(plain.toString(), stem, stem.startsWith(SUBAGENT) ? stem.substring(SUBAGENT.length()) : stem);
        Stream<String> session = Stream.ofNullable(SessionName.in(name));
        Stream<String> above = program.isNamedByFolder()
                ? StreamSupport.stream(folder.relativize(plain).spliterator(), false)
                        .map(Path::toString)
                : Stream.of();
        return Stream.of(names, session, above).flatMap(each -> each).anyMatch(ids::contains);
    }
}
