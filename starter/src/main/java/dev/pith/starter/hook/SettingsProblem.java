package dev.pith.starter.hook;

/** Settings that cannot be changed safely and were left unchanged. */
public final class SettingsProblem extends Exception {

    private static final long serialVersionUID = 1L;

    SettingsProblem(String message) {
        super(message);
    }
}
