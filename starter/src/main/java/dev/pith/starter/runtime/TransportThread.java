package dev.pith.starter.runtime;

import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a connection to a server on this machine. The threads that gRPC shares outlive their last connection by a
 * second, and the JVM's exit waits 0.3 s for threads that are in native code; this one ends with its connection.
 */
public final class TransportThread implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 500;

    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("pith-temporal", true));

    /** How to connect by this thread. */
    public WorkflowServiceStubsOptions.Builder to(TemporalEndpoint server) {
        return WorkflowServiceStubsOptions.newBuilder()
                .setTarget(server.target())
                .setChannelInitializer(channel -> {
                    if (channel instanceof NettyChannelBuilder netty) {
                        netty.eventLoopGroup(loop).channelType(NioSocketChannel.class);
                    }
                });
    }

    /** Ends the thread; its connection has been closed before. */
    @Override
    public void close() {
        loop.shutdownGracefully(0, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE_MILLIS);
    }
}
