package dev.pith.starter.web;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.web.guard.AccessTokens;
import dev.pith.starter.web.guard.ListenAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the web server listens.
 *
 * @param hosts further host names that are served
 * @param tokens the access tokens; null without any, which only a loopback address may lack
 */
public record WebOptions(
        ListenAddress address, List<String> hosts, @Nullable AccessTokens tokens) {

    public WebOptions {
        hosts = List.copyOf(hosts);
        if (tokens == null && !address.isLoopback()) {
            throw new IllegalArgumentException("the web server would listen on " + address.host()
                    + ", which other machines reach, without access tokens: name their file in the setting web_tokens"
                    + " (see docs/serve.md), or listen on 127.0.0.1");
        }
    }

    /**
     * Returns the options of the settings.
     *
     * @param address the address that goes before that of the settings; null for none
     * @throws IllegalArgumentException if they break a rule
     */
    public static WebOptions of(Settings settings, @Nullable String address) {
        String listens =
                address != null ? address : settings.text(Setting.WEB_ADDRESS).orElse("127.0.0.1:7484");
        return new WebOptions(
                ListenAddress.of(listens),
                settings.globs(Setting.WEB_HOSTS),
                settings.webTokens().map(AccessTokens::of).orElse(null));
    }
}
