package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLockTest {

    @TempDir
    Path directory;

    @Test
    void aLockThatThisJvmStillHolds_isWaitedFor() throws Exception {
        Home home = new Home(directory.resolve("home")).create();
        FileChannel held = FileChannel.open(home.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        assertThat(held.lock().isValid()).isTrue();
        CompletableFuture<Void> freed = CompletableFuture.runAsync(
                () -> close(held), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        assertThat(StartLock.holding(home, () -> "done")).isEqualTo("done");
        freed.join();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
