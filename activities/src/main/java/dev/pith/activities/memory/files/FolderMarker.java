package dev.pith.activities.memory.files;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MemoryFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;

/**
 * The file by which a folder is known, wherever it is mounted: which folder it is, and whose memories it holds. A folder of
 * another store is refused, since what it lacks would count as removed by hand.
 */
final class FolderMarker {

    static final String NAME = ".pith-memory";

    private FolderMarker() {}

    /** The folder's id; a new folder gets one. */
    static String read(Database database, Path directory) throws IOException, DamagedFileException {
        if (!Files.isDirectory(directory)) {
            create(database, directory);
        }
        Path marker = directory.resolve(NAME);
        if (!Files.exists(marker)) {
            List<String> lines = List.of("folder=" + OpaqueId.next(), "store=" + database.storeId());
            Files.write(marker, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(marker)) {
            properties.load(in);
        }
        String folder = properties.getProperty("folder", "");
        if (!database.storeId().equals(properties.getProperty("store")) || folder.isBlank()) {
            throw new DamagedFileException(
                    directory, "holds the memories of another store (" + NAME + " says so): choose another memory_dir");
        }
        database.table(MemoryFolders.class).seen(folder, directory.toString());
        return folder;
    }

    /** One that was there before may be on a disk that is not mounted now. */
    private static void create(Database database, Path directory) throws IOException, DamagedFileException {
        if (database.table(MemoryFolders.class).at(directory.toString()).isPresent()) {
            throw new DamagedFileException(
                    directory, "is gone: mount it, or create it empty to have its files written again");
        }
        Files.createDirectories(directory);
    }
}
