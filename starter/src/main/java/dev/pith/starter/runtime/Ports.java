package dev.pith.starter.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback interface. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private static final int CONNECT_MILLIS = 1000;

    private Ports() {}

    /** Returns the preferred port if it is free (0: no preference), else any free one. */
    static int free(int preferred) {
        return preferred > 0 && isFree(preferred) ? preferred : bind(0);
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try {
            return bind(port) == port;
        } catch (RuntimeProblem e) {
            return false;
        }
    }

    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "No port of " + LOOPBACK + " can be had: " + e.getMessage(), "Check the loopback interface", e);
        }
    }

    private static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1}), port);
    }
}
