package dev.pith.starter.runtime;

import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a connection to a server on this machine. gRPC's shared threads outlive their last connection by a
 * second, and JVM exit waits 0.3 s for threads in native code; this thread ends with its connection.
 */
public final class TransportThread implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 500;

    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("pith-temporal", true));

    /** Returns options for a connection that uses this thread. */
    public WorkflowServiceStubsOptions.Builder to(TemporalEndpoint server) {
        return WorkflowServiceStubsOptions.newBuilder()
                .setTarget(server.target())
                .setChannelInitializer(channel -> {
                    if (channel instanceof NettyChannelBuilder netty) {
                        netty.eventLoopGroup(loop).channelType(NioSocketChannel.class);
                    }
                });
    }

    /** Stops the thread. The connection must be closed before. */
    @Override
    public void close() {
        loop.shutdownGracefully(0, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE_MILLIS);
    }
}
