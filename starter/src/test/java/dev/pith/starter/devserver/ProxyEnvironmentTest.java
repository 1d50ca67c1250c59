package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "HTTPS_PROXY, 'http://not a proxy', ",
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
