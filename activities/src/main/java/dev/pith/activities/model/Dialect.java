package dev.pith.activities.model;

/**
 * The optional parameters that an endpoint accepts.
 *
 * @param limit the parameter for the output limit
 * @param temperature whether it accepts a temperature; it is sent only if the profile sets one
 * @param reasoningEffort whether it accepts a reasoning effort; it is sent only if the profile sets one
 * @param streamOptions whether a stream may request its usage
 */
public record Dialect(OutputLimit limit, boolean temperature, boolean reasoningEffort, boolean streamOptions) {

    /** Returns the dialect tried first if none is known: all parameters. */
    public static Dialect takingAll(OutputLimit limit) {
        return new Dialect(limit, true, true, true);
    }

    /** Returns this dialect with another parameter for the output limit. */
    public Dialect with(OutputLimit other) {
        return new Dialect(other, temperature, reasoningEffort, streamOptions);
    }

    /** Returns this dialect without a temperature. */
    public Dialect withoutTemperature() {
        return new Dialect(limit, false, reasoningEffort, streamOptions);
    }

    /** Returns this dialect without a reasoning effort. */
    public Dialect withoutReasoningEffort() {
        return new Dialect(limit, temperature, false, streamOptions);
    }

    /** Returns this dialect without stream options. */
    public Dialect withoutStreamOptions() {
        return new Dialect(limit, temperature, reasoningEffort, false);
    }
}
