package dev.pith.starter.cli.service;

import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.UserHome;
import dev.pith.starter.importing.discovery.CensusTaker;
import dev.pith.starter.importing.discovery.SessionCensus;
import dev.pith.starter.importing.discovery.SessionFolders;
import dev.pith.starter.runtime.Check;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of each program's sessions: where they were looked for, and how many are stored, new or passed over. */
final class SessionChecks {

    private static final String NAME = "Sessions";

    private SessionChecks() {}

    static List<Check> of(Database database, Map<String, String> environment) {
        Path home = UserHome.of(environment);
        try {
            SessionFolders folders = SessionFolders.find(environment, home);
            List<Check> checks = new ArrayList<>();
            folders.notes()
                    .forEach(note -> checks.add(
                            Check.failed(NAME, new RuntimeProblem(note, "Make it readable to import its sessions"))));
            new CensusTaker(folders, environment, home, database.table(Conversations.class)::idsOf)
                    .all()
                    .forEach(census ->
                            checks.add(Check.well(NAME + ": " + census.program().source(), words(census))));
            return checks;
        } catch (IOException e) {
            return List.of(Check.failed(
                    NAME, new RuntimeProblem("the session folders cannot be searched: " + e, "Mend what it names")));
        }
    }

    private static String words(SessionCensus census) {
        String places = " in " + census.places().stream().map(Path::toString).collect(Collectors.joining(", "));
        List<String> found = new ArrayList<>();
        add(census.files(), Numbers.of(census.files(), "session file"), found);
        add(census.databases(), Numbers.of(census.databases(), "database"), found);
        if (found.isEmpty()) {
            return "none" + places;
        }
        List<String> counts = new ArrayList<>();
        add(census.stored(), Numbers.count(census.stored()) + " stored", counts);
        add(census.missing(), Numbers.count(census.missing()) + " new (pith import --discover --yes)", counts);
        add(census.passedOver(), Numbers.count(census.passedOver()) + " passed over: " + reasons(census), counts);
        add(census.unopened(), Numbers.of(census.unopened(), "file") + " not looked into", counts);
        add(census.databases(), "databases are not looked into", counts);
        add(census.copies(), Numbers.of(census.copies(), "copy", "copies") + " left out", counts);
        return String.join(" and ", found) + places + ": " + String.join("; ", counts);
    }

    private static String reasons(SessionCensus census) {
        return census.refused().entrySet().stream()
                .map(entry -> Numbers.count(entry.getValue()) + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void add(long number, String words, List<String> to) {
        if (number > 0) {
            to.add(words);
        }
    }
}
