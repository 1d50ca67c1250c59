package dev.pith.starter.importing.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of files below folders. It may miss some, e.g. on network file systems or beyond the system's limit
 * of watches, so the folders must also be listed from time to time. Confined to one thread.
 */
public final class FolderWatch implements AutoCloseable {

    /** Changes within this time of the first one are returned together with it. */
    private static final Duration GATHERED = Duration.ofMillis(500);

    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Set<Path> watched = new HashSet<>();

    private FolderWatch(WatchService service) {
        this.service = service;
    }

    /** Opens a watch of no folder. */
    public static FolderWatch open() {
        try {
            return new FolderWatch(FileSystems.getDefault().newWatchService());
        } catch (IOException e) {
            throw new UncheckedIOException("folders cannot be watched", e);
        }
    }

    /** Watches a folder with those below it; of a file, only the folder that it is in. Again does nothing. */
    public void add(Path path) {
        if (!Files.isDirectory(path)) {
            Path parent = path.getParent();
            watch(parent == null ? Path.of("") : parent);
            return;
        }
        try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            below.filter(Files::isDirectory).forEach(this::watch);
        } catch (IOException | UncheckedIOException e) {
            // What cannot be walked is not watched; listing the folders tells why.
            watch(path);
        }
    }

    /**
     * Returns the files that changed, after waiting for the first change for at most this long. They may be gone
     * already.
     */
    public Set<Path> await(Duration longest) throws InterruptedException {
        Set<Path> changed = new HashSet<>();
        WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + GATHERED.toNanos();
        while (key != null) {
            note(key, changed);
            key = service.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return changed;
    }

    private void note(WatchKey key, Set<Path> changed) {
        @Nullable Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder != null && event.context() instanceof Path name) {
                Path file = folder.resolve(name);
                if (Files.isDirectory(file)) {
                    newFolder(file, changed);
                } else {
                    changed.add(file);
                }
            }
        }
        if (!key.reset() && folder != null) {
            folders.remove(key);
            watched.remove(folder);
        }
    }

    /** Files may have been written into a new folder before it is watched. */
    private void newFolder(Path folder, Set<Path> changed) {
        add(folder);
        try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            below.filter(Files::isRegularFile).forEach(changed::add);
        } catch (IOException | UncheckedIOException e) {
            // The folder is gone again; if not, the next listing finds its files.
        }
    }

    private void watch(Path folder) {
        if (!watched.add(folder)) {
            return;
        }
        try {
            folders.put(
                    folder.register(
                            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY),
                    folder);
        } catch (IOException e) {
            // No watches are left, or the folder is gone: its files are found by listing.
            watched.remove(folder);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the watch of folders cannot be closed", e);
        }
    }
}
