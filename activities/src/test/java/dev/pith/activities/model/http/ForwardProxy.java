package dev.pith.activities.model.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens tunnels (CONNECT), all of them to one server on this machine, whatever name is asked for. */
final class ForwardProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final int target;
    private final String credentials;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /**
     * Listens from now on.
     *
     * @param target the port of the server
     * @param credentials what a user's {@code Proxy-Authorization} must be; empty where none is needed
     */
    ForwardProxy(int target, String credentials) throws IOException {
        this.target = target;
        this.credentials = credentials;
        start("proxy", () -> {
            while (true) {
                Socket client = listening.accept();
                start("tunnel", () -> tunnel(client));
            }
        });
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One end is gone.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void tunnel(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            asked.add(head.lines().findFirst().orElse(""));
            OutputStream out = client.getOutputStream();
            if (!credentials.isEmpty() && !head.contains("Proxy-Authorization: " + credentials)) {
                out.write("HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                start("tunnel back", () -> server.getInputStream().transferTo(out));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** The first line of every request. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
