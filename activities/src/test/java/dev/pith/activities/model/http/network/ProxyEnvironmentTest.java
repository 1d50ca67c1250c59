package dev.pith.activities.model.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it sets properties of the whole JVM")
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

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/v1, true",
        "https://LOCALHOST/v1, true",
        "http://models.localhost/v1, true",
        "http://127.0.0.1:8080/v1, true",
        "http://127.8.0.1/v1, true",
        "http://[::1]:8080/v1, true",
        "http://localhost.example/v1, false",
        "http://127.example/v1, false",
        "http://10.0.0.1/v1, false",
    })
    void thisMachine_isNeverProxied(String target, boolean direct) {
        ProxyEnvironment proxies = new ProxyEnvironment(Map.of("ALL_PROXY", "http://proxy.example:3128"));
        assertThat(proxies.select(URI.create(target)).contains(Proxy.NO_PROXY)).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, http://10.200.3.4/v1, true",
        "10.0.0.0/8, http://11.0.0.1/v1, false",
        "192.168.4.0/22, http://192.168.7.9/v1, true",
        "192.168.4.0/22, http://192.168.8.9/v1, false",
        "0.0.0.0/0, http://8.8.8.8/v1, true",
        "10.0.0.0/8, http://10.example/v1, false",
        "fd00::7, http://[fd00::7]:8080/v1, true",
        "[fd00::7]:8080, http://[fd00::7]:8080/v1, true",
        "fd00::7, http://[fd00::8]/v1, false",
    })
    void noProxy_namesAddressesAndBlocks(String exceptions, String target, boolean direct) {
        ProxyEnvironment proxies =
                new ProxyEnvironment(Map.of("ALL_PROXY", "http://proxy.example:3128", "NO_PROXY", exceptions));
        assertThat(proxies.select(URI.create(target)).contains(Proxy.NO_PROXY)).isEqualTo(direct);
    }

    @Test
    void withoutVariables_javasOwnSettingsHold() {
        System.setProperty("https.proxyHost", "java.example");
        try {
            assertThat(new ProxyEnvironment(Map.of()).select(TARGET).get(0).address())
                    .hasToString("java.example/<unresolved>:443");
            assertThat(new ProxyEnvironment(Map.of("ALL_PROXY", "variable.example:1"))
                            .select(TARGET)
                            .get(0)
                            .address())
                    .hasToString("variable.example/<unresolved>:1");
        } finally {
            System.clearProperty("https.proxyHost");
        }
    }
}
