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

/** How far a sending has come, so that a time-out can say what it waited for, and a failure whether it may be paid. */
public final class Phase extends EventListener {

    /** A connection that was closed while it was idle fails within a round trip; a request held for longer was taken. */
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

    /** The last of it is on its way: no server begins to answer before it has all of the prompt. */
    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        sent = true;
    }

    @Override
    public void responseHeadersStart(Call call) {
        headed = true;
    }

    /** The proxy on the way, as {@code host:port}; empty where there is none. */
    public String proxy() {
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "";
    }

    /**
     * Whether a sending failed only because the server had closed a kept connection in the meantime, before any answer. Over
     * HTTP/2 a closed connection shows before the request is sent; what fails after that is a stream that the server ended.
     */
    public boolean isStale(IOException failure) {
        boolean closed = !(failure instanceof InterruptedIOException) && !(failure instanceof ProtocolException);
        boolean untaken = !sent || (!multiplexed && sinceSent().compareTo(STALE_WITHIN) < 0);
        return reused && !headed && closed && untaken;
    }

    /** How long the request has been on its way or with the server. */
    public Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    /** Called with the first byte of the answer's body. */
    void answerBegan() {
        answering = true;
    }

    public boolean isConnecting() {
        return connecting;
    }

    /** Whether the server may have the whole request, and so may have begun to answer. */
    public boolean isSent() {
        return sent;
    }

    public boolean isAnswering() {
        return answering;
    }
}
