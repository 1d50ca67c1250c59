package dev.pith.activities.memory.files;

import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Keeps a folder up in a JVM of its own. */
final class KeeperProcess {

    private KeeperProcess() {}

    /** Arguments: the store's JDBC URL, the folder, how often; prints what was wrong the last time. */
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        try (Database database = Database.open(source)) {
            MemoryFolder folder = new MemoryFolder(database, Path.of(arguments[1]));
            System.out.println("begins");
            Kept kept = Kept.NOTHING;
            for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
                kept = folder.keep();
            }
            kept.problems().forEach(System.out::println);
        }
    }

    /** Starts it; a shell runs what comes before, such as {@code ulimit}. */
    static Process start(String before, String jdbcUrl, Path folder, int times) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of("sh", "-c", before + "exec \"$@\"", "sh", java));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(KeeperProcess.class.getName());
        command.addAll(List.of(jdbcUrl, folder.toString(), Integer.toString(times)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
