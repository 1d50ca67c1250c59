package dev.pith.starter.devserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.model.http.network.NetworkSettingsException;
import dev.pith.activities.model.http.network.ProxyEnvironment;
import dev.pith.activities.model.http.network.TrustedCertificates;
import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Downloads from Temporal's own site. The site is queried for the archive's address, as by Temporal's SDKs. An
 * unreachable host, or a stalled download, fails within seconds.
 *
 * @param site such as {@code https://temporal.download}
 */
record OfficialDownload(String site, String version, Platform platform, Map<String, String> environment)
        implements ProgramDownload {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String place() {
        return site;
    }

    @Override
    public Path fetch(Path work, StartupProgress progress) throws IOException {
        OkHttpClient client = client();
        try {
            progress.step("Downloading Temporal " + version + " (once)");
            JsonNode archive = where(client);
            try (Response response = answered(client, archive.path("archiveUrl").asText());
                    InputStream bytes = response.body().byteStream()) {
                InputStream counted = new CountedStream(
                        bytes,
                        response.body().contentLength(),
                        new TransferProgress(progress, "Downloading Temporal " + version));
                return ProgramArchive.extract(
                        counted, archive.path("fileToExtract").asText(), work);
            }
        } finally {
            client.dispatcher().executorService().shutdownNow();
            client.connectionPool().evictAll();
        }
    }

    private JsonNode where(OkHttpClient client) throws IOException {
        String processor = "arm_64".equals(platform.processor()) ? "arm64" : "amd64";
        String url =
                site + "/cli/v" + version + "?platform=" + platform.system() + "&arch=" + processor + "&format=tar.gz";
        try (Response response = answered(client, url)) {
            JsonNode archive = JSON.readTree(response.body().byteStream());
            if (archive.path("archiveUrl").asText().isEmpty()
                    || archive.path("fileToExtract").asText().isEmpty()) {
                throw new IOException("it does not say where the archive is");
            }
            return archive;
        } catch (JsonProcessingException e) {
            throw new IOException("it answered with something that is not Temporal's (a portal or a proxy?)", e);
        }
    }

    private static Response answered(OkHttpClient client, String url) throws IOException {
        Request request;
        try {
            request = new Request.Builder().url(url).build();
        } catch (IllegalArgumentException e) {
            throw new IOException("it names an address that is none: " + url, e);
        }
        Response response = PromptCall.execute(client.newCall(request), PATIENCE);
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException("it answered " + response.code() + " for " + request.url());
        }
        return response;
    }

    private OkHttpClient client() throws IOException {
        ProxyEnvironment proxies = new ProxyEnvironment(environment);
        OkHttpClient.Builder client = proxies.in(new OkHttpClient.Builder());
        try {
            // OkHttp ignores a proxy setting that cannot be parsed and would connect directly.
            proxies.select(URI.create(site));
            TrustedCertificates.of(environment).ifPresent(trusted -> trusted.in(client));
        } catch (NetworkSettingsException e) {
            throw new IOException(e.getMessage(), e);
        }
        return client.connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .writeTimeout(PATIENCE)
                .build();
    }
}
