package dev.pith.activities.model;

/**
 * The optional parameters that an endpoint accepts.
 *
 * @param limit how it is told the output limit
 * @param temperature whether it takes one; it is sent only where the profile names one
 * @param reasoningEffort whether it takes one; it is sent only where the profile names one
 * @param streamOptions whether a stream may be asked for its usage
 */
public record Dialect(OutputLimit limit, boolean temperature, boolean reasoningEffort, boolean streamOptions) {

    /** What is tried first where nothing was learnt: everything. */
    public static Dialect takingAll(OutputLimit limit) {
        return new Dialect(limit, true, true, true);
    }

    /** The same with another way to tell the output limit. */
    public Dialect with(OutputLimit other) {
        return new Dialect(other, temperature, reasoningEffort, streamOptions);
    }

    /** The same without a temperature. */
    public Dialect withoutTemperature() {
        return new Dialect(limit, false, reasoningEffort, streamOptions);
    }

    /** The same without a reasoning effort. */
    public Dialect withoutReasoningEffort() {
        return new Dialect(limit, temperature, false, streamOptions);
    }

    /** The same without options of the stream. */
    public Dialect withoutStreamOptions() {
        return new Dialect(limit, temperature, reasoningEffort, false);
    }
}
