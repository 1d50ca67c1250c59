package dev.pith.activities.model.http;

/** An answer that says that there is none, whatever its status. */
final class RefusedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProviderError error;

    RefusedAnswer(ProviderError error) {
        super("refused");
        this.error = error;
    }

    ProviderError error() {
        return error;
    }
}
