package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEnvironmentTest {

    private static final URI TARGET = URI.create("https://temporal.download/cli");

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example:3128, proxy.example:3128",
        "https_proxy, proxy.example:3128, proxy.example:3128",
        "HTTPS_PROXY, http://mira:secret@proxy.example:3128/, proxy.example:3128",
        "HTTPS_PROXY, http://proxy.example, proxy.example:8080",
        "ALL_PROXY, http://proxy.example:1, proxy.example:1",
        "HTTP_PROXY, http://proxy.example:3128, ",
        "HTTPS_PROXY, '', ",
    })
    void readsTheVariableOfTheScheme(String name, String value, String expected) {
        Proxy proxy = new ProxyEnvironment(Map.of(name, value)).select(TARGET).get(0);
        if (expected == null) {
            assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
        } else {
            InetSocketAddress address = (InetSocketAddress) proxy.address();
            assertThat(address.getHostString() + ":" + address.getPort()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://not a proxy", "http://mira:p@ss@proxy.example:8080", "socks5://proxy.example:1080"})
    void whatIsNoProxyIsToldWithoutItsValue(String value) {
        ProxyEnvironment proxies = new ProxyEnvironment(Map.of("https_proxy", value));
        assertThatThrownBy(() -> proxies.select(TARGET))
                .hasMessageContaining("HTTPS_PROXY is no address of the form")
                .hasMessageNotContaining("mira");
    }

    @Test
    void theSmallLettersWin() {
        ProxyEnvironment proxies = new ProxyEnvironment(
                Map.of("HTTPS_PROXY", "http://one.example:1", "https_proxy", "http://two.example:2"));
        assertThat(proxies.select(TARGET).get(0).address()).hasToString("two.example/<unresolved>:2");
    }

    @ParameterizedTest
    @CsvSource({
        "temporal.download, true",
        "'localhost, Temporal.Download', true",
        ".download, true",
        "*.download, true",
        "download:443, true",
        "*, true",
        "example.com, false",
        "oral.download, false",
        "'', false",
    })
    void leavesOutWhatNoProxyNames(String exceptions, boolean direct) {
        ProxyEnvironment proxies =
                new ProxyEnvironment(Map.of("HTTPS_PROXY", "http://proxy.example:3128", "no_proxy", exceptions));
        assertThat(proxies.select(TARGET).contains(Proxy.NO_PROXY)).isEqualTo(direct);
    }
}
