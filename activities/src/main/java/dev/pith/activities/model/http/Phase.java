package dev.pith.activities.model.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;

/** How far a sending has come, so that a time-out can say what it waited for, and a failure whether it may be paid. */
final class Phase extends EventListener {

    private volatile boolean connecting;
    private volatile boolean sent;
    private volatile boolean answering;
    private volatile long sentAt = System.nanoTime();

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = true;
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

    /** How long the request has been on its way or with the server. */
    Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    /** Called with the first byte of the answer's body. */
    void answerBegan() {
        answering = true;
    }

    boolean isConnecting() {
        return connecting;
    }

    /** Whether the server may have the whole request, and so may have begun to answer. */
    boolean isSent() {
        return sent;
    }

    boolean isAnswering() {
        return answering;
    }
}
