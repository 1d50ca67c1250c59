package dev.pith.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another Java process of this user holds, asked by JMX; the connection's own threads and descriptors count. */
final class ProcessFigures implements AutoCloseable {

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final UnixOperatingSystemMXBean system;

    /**
     * What a process holds after a garbage collection.
     *
     * @param heapKilobytes what is alive in the heap
     * @param descriptors open files and connections
     */
    record Held(long heapKilobytes, int threads, long descriptors) {}

    // It connects to a process that this one has started.
    @SuppressWarnings("BanJNDI")
    ProcessFigures(long pid) throws IOException {
        connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(pid)));
        MBeanServerConnection server = connector.getMBeanServerConnection();
        memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
        threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
        system = ManagementFactory.getPlatformMXBean(server, UnixOperatingSystemMXBean.class);
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("cannot attach to process " + pid, e);
        }
    }

    /** Collects garbage, twice since references from finished objects fall with the second, and counts. */
    Held held() {
        memory.gc();
        memory.gc();
        return new Held(
                memory.getHeapMemoryUsage().getUsed() >> 10,
                threads.getThreadCount(),
                system.getOpenFileDescriptorCount());
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
