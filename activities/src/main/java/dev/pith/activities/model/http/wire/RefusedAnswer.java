package dev.pith.activities.model.http.wire;

/** An answer that reports an error, whatever its HTTP status. */
public final class RefusedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProviderError error;

    RefusedAnswer(ProviderError error) {
        super("refused");
        this.error = error;
    }

    public ProviderError error() {
        return error;
    }
}
