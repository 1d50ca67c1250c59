package dev.pith.activities.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A server of one connection that does with its socket what no proper server does. */
public final class RawServer implements AutoCloseable {

    /** What is done after the request was read; the socket is closed at its end. */
    @FunctionalInterface
    public interface Act {
        void play(Connection connection) throws IOException, InterruptedException;
    }

    /** The server's end of the connection. */
    public final class Connection {

        private final Socket socket;
        private final OutputStream out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Sends a chunk of a chunked body. */
        public void piece(String text) throws IOException {
            send(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
        }

        /** Says nothing until the test is over. */
        public void hang() throws InterruptedException {
            closing.await();
        }

        /** Ends it the hard way. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }
    }

    public static final String STREAM_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch cut = new CountDownLatch(1);
    private final Thread thread;

    public RawServer(Act act) throws IOException {
        thread = new Thread(() -> serve(act), "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Act act) {
        try (Socket socket = listening.accept()) {
            InputStream in = socket.getInputStream();
            byte[] request = new byte[1 << 16];
            if (in.read(request) > 0) {
                asked.countDown();
            }
            act.play(new Connection(socket));
        } catch (IOException e) {
            cut.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String url() {
        return "http://localhost:" + listening.getLocalPort() + "/v1";
    }

    public String host() {
        return "localhost:" + listening.getLocalPort();
    }

    /** Waits until a request came. */
    public void awaitRequest() throws InterruptedException {
        asked.await();
    }

    /** Waits until the client is gone. */
    public void awaitCut() throws InterruptedException {
        cut.await();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listening.close();
        thread.interrupt();
    }
}
