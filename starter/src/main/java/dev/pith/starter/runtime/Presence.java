package dev.pith.starter.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Registers a command that uses a home's servers, by a locked file of its own. The lock ends with the process, however
 * it exits. All methods require the {@link StartLock}.
 */
final class Presence {

    /** This process's own files. Opening and closing such a file a second time would release its lock. */
    private static final Map<Path, String> OWN = new ConcurrentHashMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String INSIDE = ", Temporal inside";

    private final Path file;
    private final FileChannel channel;

    private Presence(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Presence register(Home home, String command) {
        long pid = ProcessHandle.current().pid();
        Path file = home.commands().resolve(pid + "-" + COUNT.incrementAndGet() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            channel.truncate(0);
            String name = command + ", pid " + pid;
            channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
            OWN.put(file, name);
            return new Presence(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records for other commands that this command runs Temporal in-process. */
    void runsInside() {
        try {
            String name = OWN.get(file) + INSIDE;
            channel.position(0).write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
            OWN.put(file, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether an entry of {@link #everyone} runs Temporal in-process. */
    static boolean isInside(String command) {
        return command.endsWith(INSIDE);
    }

    void leave() {
        try {
            Files.deleteIfExists(file);
            channel.close();
            OWN.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the commands that hold this home, such as {@code compact, pid 4711}. Removes the files of killed ones.
     */
    static List<String> everyone(Home home) {
        List<String> present = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.commands(), "*.lock")) {
            for (Path file : files) {
                String own = OWN.get(file);
                if (own != null) {
                    present.add(own);
                } else if (isLocked(file)) {
                    present.add(Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return present;
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        }
    }
}
