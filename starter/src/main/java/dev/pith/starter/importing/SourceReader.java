package dev.pith.starter.importing;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.importing.reading.PackedNames;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file or a stream of any supported format and pushes its conversations to a sink. */
public final class SourceReader {

    /**
     * Reads one file. Some formats are read twice, so the file must not shrink meanwhile; it may grow.
     *
     * @throws NotAConversationException if it holds no conversation; nothing has been sent to the sink then
     */
    public ImportSummary read(Path file, ConversationSink sink, ImportOptions options)
            throws IOException, NotAConversationException {
        return read(open(file), sink, options);
    }

    /**
     * Reads a stream to its end, through a temporary file.
     *
     * @param name the stream's name in messages
     * @throws NotAConversationException if it holds no conversation; nothing has been sent to the sink then
     */
    public ImportSummary read(InputStream in, String name, ConversationSink sink, ImportOptions options)
            throws IOException, NotAConversationException {
        Path spool = Files.createTempFile("pith-", ".import");
        try {
            Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
            return read(SourceFile.spooled(spool, name), sink, options);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /** Returns the first conversation of a file, without reading its messages; empty if it has no whole message yet. */
    public Optional<ConversationHeader> peek(Path file) throws IOException, NotAConversationException {
        try {
            read(file, new FirstConversation(), ImportOptions.DEFAULT);
            return Optional.empty();
        } catch (FirstConversation.Found found) {
            return Optional.of(found.header());
        }
    }

    /**
     * Searches a folder recursively. Plain text counts only if it has speakers, since most folders contain notes.
     *
     * @throws NotAConversationException if no file holds a conversation
     */
    public FolderListing expand(Path folder) throws IOException, NotAConversationException {
        if (!Files.isDirectory(folder)) {
            throw new NotAConversationException(folder.toString(), "no folder");
        }
        List<Path> sessions = new ArrayList<>();
        FolderWalk walk = FolderWalk.of(folder);
        List<Refused> refused = new ArrayList<>();
        List<Refused> unreadable = new ArrayList<>(walk.unreadable());
        for (Path file : walk.files()) {
            refusal(file)
                    .ifPresentOrElse(
                            why -> (Files.isReadable(file) ? refused : unreadable).add(why), () -> sessions.add(file));
        }
        Set<Path> copies = PackedNames.copies(sessions).keySet();
        sessions.removeAll(copies);
        if (sessions.isEmpty()) {
            if (!unreadable.isEmpty()) {
                throw NotAConversationException.unreadable(folder.toString(), unreadable.size());
            }
            String found =
                    refused.isEmpty() ? "an empty folder" : "a folder of " + Numbers.of(refused.size(), "other file");
            throw new NotAConversationException(folder.toString(), found);
        }
        return new FolderListing(sessions, refused, List.copyOf(copies), unreadable);
    }

    /** Returns why a file of a folder is passed over; empty if it holds a session. */
    public Optional<Refused> refusal(Path file) throws IOException {
        try {
            FormatDetector.detect(open(file), false);
            return Optional.empty();
        } catch (NotAConversationException e) {
            return Optional.of(new Refused(file, String.valueOf(e.getMessage()), e.foreign()));
        }
    }

    /** Returns the files below a folder that may be sources, ordered by path; none is opened. */
    public static List<Path> files(Path folder) throws IOException {
        return FolderWalk.of(folder).files();
    }

    /** Returns whether {@link #files} of a folder above lists a file. */
    public static boolean lists(Path file) {
        return FolderWalk.finds(file);
    }

    private static SourceFile open(Path file) throws IOException, NotAConversationException {
        if (Files.isDirectory(file)) {
            throw new NotAConversationException(file.toString(), "a folder where one file is read");
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw NotAConversationException.cured(
                    file.toString(), "a file that may not be read", "let this user read it");
        }
        try {
            return SourceFile.of(file);
        } catch (NoSuchFileException e) {
            throw NotAConversationException.missing(file.toString());
        } catch (AccessDeniedException e) {
            throw NotAConversationException.cured(
                    file.toString(), "a folder on the way that may not be read", "let this user read it");
        }
    }

    private static ImportSummary read(SourceFile source, ConversationSink sink, ImportOptions options)
            throws IOException, NotAConversationException {
        String damage = source.damage();
        if (damage != null) {
            throw NotAConversationException.cured(
                    source.name(),
                    "a packed file that is damaged (" + damage + "), so nothing of it is read",
                    "copy or pack it again");
        }
        FormatDetector.Detected detected = FormatDetector.detect(source, true);
        ImportRun run = new ImportRun(source, sink, options);
        detected.reader().read(run);
        if (source.breakage() != null) {
            run.tally().note("the packed file " + source.breakage() + "; what stands before it is imported");
        }
        ImportSummary summary = run.tally().summary(source.name(), detected.format());
        if (summary.messages() == 0 && summary.notes().isEmpty()) {
            throw new NotAConversationException(source.name(), detected.format() + " records without a message", true);
        }
        return summary;
    }
}
