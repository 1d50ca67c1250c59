package dev.pith.activities.identifiers;

import dev.pith.activities.identifiers.IdentifierScanner.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records the identifiers of a conversation, event by event. If the scanner fails on a text, only that text's names are
 * lost. Not thread-safe.
 */
public final class TraceRecorder {

    /** At twice this number of identifiers, the least likely needed are dropped to bound memory. */
    private static final int MOST = 20_000;

    private record Region(int from, int to) {}

    private final Map<Identifier, NameUse> usages = new HashMap<>();
    private final NameScanner scanner;
    private final ScanFailures failures = new ScanFailures();
    private long events;

    /** Uses {@link IdentifierScanner}. */
    public TraceRecorder() {
        this(IdentifierScanner::scan);
    }

    /** Uses the given scanner. */
    public TraceRecorder(NameScanner scanner) {
        this.scanner = scanner;
    }

    /** Records a message's text as the next event. */
    public void words(Source source, String text) {
        next();
        scan(text, (kind, name, at) -> use(new Identifier(kind, name)).by(source, events));
    }

    /** Records an earlier summary as the next event. */
    public void summary(String text) {
        next();
        scan(text, (kind, name, at) -> use(new Identifier(kind, name)).summarized(events));
    }

    /**
     * Records a tool call as the next event.
     *
     * @param file the file it refers to; null if it names none
     * @param inputs the texts of its arguments
     * @param scripts the argument texts that a shell runs
     */
    public void call(Source source, @Nullable String file, Collection<String> inputs, Collection<String> scripts) {
        next();
        Identifier path = file == null ? null : PathShape.named(file);
        if (path != null) {
            NameUse usage = use(path);
            usage.by(source, events);
            if (source == Source.EDIT) {
                usage.edited();
            }
        }
        for (String input : inputs) {
            Set<Identifier> hunk = new HashSet<>();
            scan(input, (kind, name, at) -> {
                Identifier identifier = new Identifier(kind, name);
                NameUse usage = use(identifier);
                usage.by(source, events);
                if (path != null && source == Source.EDIT && kind == IdentifierKind.SYMBOL) {
                    double defined = Definitions.endsAt(input, at) ? Associations.DEFINED : 0;
                    usage.in(path.text(), defined + (hunk.add(identifier) ? Associations.EDITED : 0));
                }
            });
        }
        for (String script : scripts) {
            failures.guard(
                    "commands",
                    () -> ShellCommands.of(script)
                            .forEach(command -> use(new Identifier(IdentifierKind.COMMAND, command))
                                    .by(source, events)));
        }
    }

    /** Removes the commands of a shell call that was refused, unless they were used before. */
    public void refused(String script) {
        failures.guard(
                "commands",
                () -> ShellCommands.of(script).forEach(command -> {
                    Identifier named = new Identifier(IdentifierKind.COMMAND, command);
                    NameUse usage = usages.get(named);
                    if (usage != null && usage.isOnce()) {
                        usages.remove(named);
                    }
                }));
    }

    /**
     * Records a tool result as the next event.
     *
     * @param file the file that was read; null if the result is not a file's content
     */
    public void result(@Nullable String file, String text) {
        result(file, text, name -> false);
    }

    /** Records the reply of a service as the next event. It has dozens of keys and links that nobody needs afterwards. */
    public void reply(String text) {
        result(null, text, name -> isKey(text, name) || isLink(text, name));
    }

    private void result(@Nullable String file, String text, Predicate<Region> ignored) {
        next();
        Identifier path = file == null ? null : PathShape.named(file);
        Associations found = new Associations(text, path == null ? null : path.text());
        scan(text, (kind, name, at) -> {
            if (ignored.test(new Region(at, at + name.length()))) {
                return;
            }
            NameUse usage = use(new Identifier(kind, name));
            boolean again = usage.isOf(events);
            usage.by(Source.RESULT, events);
            if (kind == IdentifierKind.SYMBOL) {
                found.associate(usage, at, again);
            }
        });
    }

    /** Returns whether a name is the value of a key such as {@code avatar_url} or {@code node_id}. */
    private static boolean isLink(String text, Region name) {
        String before = text.substring(Math.max(0, name.from - 12), name.from).replace(" ", "");
        return before.endsWith("_url\":\"") || before.endsWith("node_id\":\"");
    }

    /** Returns whether a name is a key of JSON. */
    private static boolean isKey(String text, Region name) {
        boolean quoted = name.from > 0 && text.charAt(name.from - 1) == '"' && text.startsWith("\"", name.to);
        return quoted && (text.startsWith(":", name.to + 1) || text.startsWith(" :", name.to + 1));
    }

    /** Returns the traces recorded so far. */
    public Traces traces() {
        List<Traces.Named> named = new ArrayList<>();
        usages.forEach((identifier, usage) ->
                named.add(new Traces.Named(identifier.kind(), identifier.text(), usage.trace(events))));
        named.sort(Comparator.comparing(Traces.Named::kind).thenComparing(Traces.Named::text));
        return new Traces(events, named);
    }

    /** Returns the number of texts on which the scanner failed; some of their names may be missing. */
    public int unread() {
        return failures.count();
    }

    private void scan(String text, Found found) {
        failures.guard("names", () -> scanner.scan(text, found));
    }

    private void next() {
        events++;
        if (usages.size() > 2 * MOST) {
            Traces most = traces().most(MOST);
            usages.keySet()
                    .retainAll(
                            most.named().stream().map(Traces.Named::identifier).collect(Collectors.toSet()));
        }
    }

    private NameUse use(Identifier identifier) {
        return usages.computeIfAbsent(identifier, unused -> new NameUse());
    }
}
