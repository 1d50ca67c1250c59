package dev.pith.starter.web;

import dev.pith.starter.web.guard.ListenAddress;

/** The web server cannot listen. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PortTakenException(ListenAddress address, Throwable cause) {
        super(
                "the web server cannot listen on " + address.host() + ":" + address.port()
                        + ": another program does, or the address is not of this machine. Choose another with --listen",
                cause);
    }
}
