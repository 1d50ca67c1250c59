package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.importing.FolderListing;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.importing.reading.ImportSummary;
import dev.pith.starter.sessions.FilteredReader;
import dev.pith.starter.sessions.IgnoredSessionException;
import dev.pith.starter.sessions.SessionPatterns;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Imports sources one after the other and reports the result of each. */
public final class Intake {

    /** The source name that means standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Why a folder has no sources, by its path. */
    private final Map<String, CommandProblem> unlisted = new HashMap<>();

    private final Set<String> told = new HashSet<>();

    private final Database database;
    private final Terminal terminal;
    private final boolean restores;
    private final FilteredReader reader;
    private final Set<String> listed = new HashSet<>();

    /**
     * Creates an intake that writes to this store and reports on this terminal.
     *
     * @param settings name the sessions that are not imported
     */
    public Intake(Database database, Settings settings, Terminal terminal) {
        this(database, settings, terminal, false);
    }

    /**
     * Creates an intake.
     *
     * @param settings name the sessions that are not imported
     * @param restores whether sessions that the user deleted are imported again
     */
    public Intake(Database database, Settings settings, Terminal terminal, boolean restores) {
        this.database = database;
        this.terminal = terminal;
        this.restores = restores;
        this.reader = new FilteredReader(SessionPatterns.of(settings, Setting.IGNORE_SESSIONS));
    }

    /** Returns the path itself, or the sessions in it if it is a folder. */
    public List<String> sources(String path) {
        if (path.equals(STANDARD_INPUT) || !Files.isDirectory(Path.of(path))) {
            return List.of(path);
        }
        try {
            FolderListing listing = new SourceReader().expand(Path.of(path));
            passedOver(path, listing.refused());
            packedCopies(listing.copies());
            listing.unreadable().stream().map(Refused::why).filter(told::add).forEach(terminal::warn);
            List<String> sources =
                    listing.sessions().stream().map(Path::toString).toList();
            listed.addAll(sources);
            return sources;
        } catch (NotAConversationException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandProblem.unreadable(path, e);
        }
    }

    /**
     * Returns the sources of several paths. A folder without any stays among them, and taking it tells its problem: the
     * other sources are taken nevertheless.
     */
    public List<String> sources(List<String> paths) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            try {
                all.addAll(sources(path));
            } catch (CommandProblem problem) {
                unlisted.put(path, problem);
                all.add(path);
            }
        }
        return all;
    }

    private void passedOver(String folder, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        terminal.say("Passed over " + Numbers.of(refused.size(), "file") + " of " + folder
                + " that hold no conversation" + (terminal.verbose() ? ":" : " (--verbose names them)"));
        if (terminal.verbose()) {
            refused.forEach(each -> terminal.say("  " + each.why()));
        }
    }

    /** Tells that packed copies of sessions are left out. */
    public void packedCopies(Collection<Path> copies) {
        if (copies.isEmpty()) {
            return;
        }
        terminal.say("Left out " + Numbers.of(copies.size(), "packed copy", "packed copies")
                + ": their plain files are read" + (terminal.verbose() ? ":" : " (--verbose names them)"));
        if (terminal.verbose()) {
            copies.forEach(each -> terminal.say("  " + each));
        }
    }

    /**
     * Imports a source. A source that cannot be imported is a usage problem that names it. One of a folder that the
     * settings exclude is passed over; nothing is returned for it.
     */
    public List<Receipt> take(String source, ImportOptions options) {
        return take(source, options, receipt -> true);
    }

    /** Does the same for a source that was taken before: it reports and returns only conversations that changed. */
    public List<Receipt> takeChanges(String source, ImportOptions options) {
        return take(source, options, Receipt::isNews);
    }

    private List<Receipt> take(String source, ImportOptions options, Predicate<Receipt> told) {
        CommandProblem problem = unlisted.get(source);
        if (problem != null) {
            throw problem;
        }
        try (ConversationIntake intake = new ConversationIntake(database, restores)) {
            ImportSummary summary = readInto(source, intake, options);
            List<Receipt> all = intake.finish();
            if (all.isEmpty() && !intake.erased().isEmpty()) {
                throw CommandProblem.usage(
                        summary.name() + " was deleted from the store by pith delete, and is not imported"
                                + " again: pith import --restore " + source + " takes it");
            }
            List<Receipt> receipts = all.stream().filter(told).toList();
            if (all.isEmpty() || !receipts.isEmpty()) {
                tell(summary, receipts);
            }
            if (!intake.erased().isEmpty()) {
                terminal.warn(Numbers.of(intake.erased().size(), "conversation") + " of " + summary.name()
                        + " left out, deleted by pith delete: pith import --restore takes them");
            }
            return receipts;
        } catch (IgnoredSessionException ignored) {
            passOver(source, ignored);
            return List.of();
        }
    }

    /** Reads a source into a sink, with the same exceptions as {@link #take}. */
    public void read(String source, ConversationSink sink, ImportOptions options) {
        try {
            tell(readInto(source, sink, options));
        } catch (IgnoredSessionException ignored) {
            passOver(source, ignored);
        }
    }

    private void passOver(String source, IgnoredSessionException ignored) {
        if (!listed.contains(source)) {
            throw CommandProblem.usage(source + " is not imported, since " + ignored.why() + ": " + ignored.cure());
        }
        terminal.say("Passed over " + source + ", since " + ignored.why());
    }

    private ImportSummary readInto(String source, ConversationSink sink, ImportOptions options)
            throws IgnoredSessionException {
        try {
            return source.equals(STANDARD_INPUT)
                    ? reader.read(System.in, "standard input", sink, options)
                    : reader.read(Path.of(source), sink, options);
        } catch (NotAConversationException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandProblem.unreadable(source, e);
        }
    }

    private void tell(ImportSummary summary, List<Receipt> receipts) {
        long appended = receipts.stream().mapToLong(Receipt::appended).sum();
        long known = receipts.stream().mapToLong(Receipt::known).sum();
        String conversations = receipts.size() == 1
                ? "conversation " + receipts.get(0).conversation()
                : Numbers.of(receipts.size(), "conversation");
        terminal.say("Imported " + summary.name() + " (" + summary.format() + "): "
                + Numbers.of(appended, "new message") + (known > 0 ? ", " + Numbers.count(known) + " known" : "")
                + ", " + conversations);
        tell(summary);
        receipts.forEach(this::tell);
    }

    private void tell(ImportSummary summary) {
        if (summary.damaged() > 0) {
            String lines = summary.damagedLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
            terminal.warn(summary.name() + ": skipped " + Numbers.of(summary.damaged(), "damaged line") + " (" + lines
                    + (summary.damaged() > summary.damagedLines().size() ? ", …" : "") + ")");
        }
        summary.notes().forEach(note -> terminal.say("  " + note));
    }

    private void tell(Receipt receipt) {
        if (receipt.replaces() != null) {
            terminal.warn(receipt.header().nativeId() + " is not what conversation " + receipt.replaces()
                    + " was imported from any more: it became conversation " + receipt.conversation()
                    + ", and the earlier one stays as it is");
        }
        if (receipt.abandoned() > 0) {
            terminal.say("  " + Numbers.of(receipt.abandoned(), "message") + " of " + receipt.conversation()
                    + " left behind by a rewind or a change");
        }
    }
}
