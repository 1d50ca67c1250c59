package dev.pith.activities.model.http.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Protocol;

/**
 * Tracks the progress of a request, so that failures can say what timed out, and whether tokens may be billed.
 * Thread-safe.
 */
public final class Phase extends EventListener {

    /** A connection closed while idle fails within a round trip; a request held for longer was accepted. */
    private static final Duration STALE_WITHIN = Duration.ofSeconds(5);

    private volatile boolean connecting;
    private volatile boolean fresh;
    private volatile boolean reused;
    private volatile boolean multiplexed;
    private volatile boolean headed;
    private volatile Proxy proxy = Proxy.NO_PROXY;
    private volatile boolean sent;
    private volatile boolean answering;
    private volatile long sentAt = System.nanoTime();

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxy = proxies.get(0);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = true;
        fresh = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        reused = !fresh;
        proxy = connection.route().proxy();
        multiplexed = connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
    }

    @Override
    public void requestHeadersStart(Call call) {
        connecting = false;
        sentAt = System.nanoTime();
    }

    /** Marks the request as sent; no server begins to answer before it has the whole prompt. */
    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        sent = true;
    }

    @Override
    public void responseHeadersStart(Call call) {
        headed = true;
    }

    /** Returns the proxy in use as {@code host:port}; empty if there is none. */
    public String proxy() {
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "";
    }

    /**
     * Returns whether a request failed only because the server had closed a pooled connection before any answer. With
     * HTTP/2, a closed connection is noticed before the request is sent; a later failure is a stream that the server
     * ended.
     */
    public boolean isStale(IOException failure) {
        boolean closed = !(failure instanceof InterruptedIOException) && !(failure instanceof ProtocolException);
        boolean untaken = !sent || (!multiplexed && sinceSent().compareTo(STALE_WITHIN) < 0);
        return reused && !headed && closed && untaken;
    }

    /** Returns the time since the request's headers were sent. */
    public Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    /** Marks the arrival of the first byte of the answer's body. */
    void answerBegan() {
        answering = true;
    }

    public boolean isConnecting() {
        return connecting;
    }

    /** Returns whether the server may have the whole request, and so may have begun to answer. */
    public boolean isSent() {
        return sent;
    }

    public boolean isAnswering() {
        return answering;
    }
}
