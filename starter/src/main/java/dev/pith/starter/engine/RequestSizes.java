package dev.pith.starter.engine;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Records the bytes of requests to Temporal that carry inputs and results. They are counted where they go over the wire:
 * a data converter would also see what a replay only encodes again. The size is computed once, for sending.
 */
final class RequestSizes implements ClientInterceptor {

    /** Requests with payloads; the others (polls, describing) have none. */
    private static final Pattern WITH_PAYLOADS =
            Pattern.compile("(Start|Signal|Respond|Query|Update|Record|ExecuteMulti)[A-Za-z]+");

    /** Temporal warns at 512 KiB a payload and refuses 2 MiB; a whole request may have 4 MiB. */
    private static final double[] BOUNDS = {1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 512 << 10, 1 << 20, 2 << 20
    };

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> call = next.newCall(method, options);
        String operation = Objects.requireNonNullElse(method.getBareMethodName(), "");
        if (!WITH_PAYLOADS.matcher(operation).matches()) {
            return call;
        }
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void sendMessage(Q message) {
                if (message instanceof MessageLite sent) {
                    summary(operation).record(sent.getSerializedSize());
                }
                super.sendMessage(message);
            }
        };
    }

    private static DistributionSummary summary(String operation) {
        return DistributionSummary.builder("pith.temporal.request")
                .description("Bytes of a request to Temporal that carries inputs or results")
                .baseUnit("bytes")
                .tag("operation", operation)
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }
}
