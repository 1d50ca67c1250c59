package dev.pith.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Where a figure was measured, and what this process took of it. */
final class Machine {

    private Machine() {}

    /** Cores, JDK and heap, in a line; the load tells whether others were working, too. */
    static void describe() {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s, %s %s, heap up to %d MB, load average %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The processor time that this process took until now, in ms. */
    static double processorMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    /** The same of the processes that it started and that are still there, its servers. */
    static double processorMillisOfChildren() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    /** The most memory that this process ever held, in MB; 0 where the system does not say. */
    static long peakResident() throws IOException {
        return memory(ProcessHandle.current().pid(), "VmHWM:");
    }

    /** What Linux says of a process's memory under a name, in MB; 0 where the system does not say. */
    static long memory(long pid, String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
