package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.ToldWindow;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowProbeTest extends Fixture {

    private void serves(Map<String, String> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = answers.get(request.getUrl().encodedPath());
                return body == null ? refusal(404, "{\"error\":\"not found\"}") : refusal(200, body);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/models | {\"data\":[{\"id\":\"other\",\"max_model_len\":1},{\"id\":\"m-1\",\"max_model_len\":4096}]} | "
                        + "/models, max_model_len",
                "/v1/models | {\"data\":[{\"id\":\"m-1\",\"context_length\":4096}]} | /models, context_length",
                "/v1/models | {\"data\":[{\"id\":\"m-1\",\"context_length\":9000,\"top_provider\":{\"context_length\":4096}}]}"
                        + " | /models, top_provider",
                "/api/v0/models | {\"data\":[{\"id\":\"m-1\",\"max_context_length\":9000,\"loaded_context_length\":4096}]} | "
                        + "LM Studio /api/v0/models",
                "/api/ps | {\"models\":[{\"name\":\"m-1:latest\",\"context_length\":4096}]} | Ollama /api/ps",
                "/api/show | {\"parameters\":\"stop \\\"x\\\"\\nnum_ctx     4096\",\"model_info\":{\"q.context_length\":9000}} | "
                        + "Ollama /api/show, num_ctx",
                "/api/show | {\"parameters\":\"num_ctx 9000\",\"model_info\":{\"q.context_length\":4096}} | "
                        + "Ollama /api/show, num_ctx",
                "/api/show | {\"remote_model\":\"m\",\"model_info\":{\"q.context_length\":4096}} | "
                        + "Ollama /api/show, remote model",
                "/props | {\"default_generation_settings\":{\"n_ctx\":4096},\"total_slots\":2} | llama.cpp /props",
                "/upstream/m-1/props | {\"default_generation_settings\":{\"n_ctx\":4096},\"total_slots\":2} | "
                        + "llama-swap /upstream/m-1/props",
                "/upstream/m-1/props | {\"default_generation_settings\":{\"n_ctx\":4096}} | "
                        + "llama-swap /upstream/m-1/props",
            })
    void serversTellTheWindowThatTheyServe(String path, String body, String teller) {
        serves(Map.of(path, body));
        assertThat(clients.windowProbe().ask(profile(Provider.OPENAI, true)))
                .hasValueSatisfying(told -> assertThat(told)
                        .returns(4096, ToldWindow::tokens)
                        .returns(teller, ToldWindow::teller)
                        .returns(body.contains("total_slots") ? 2 : null, ToldWindow::slots));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"many\"", "null"})
    void slotsThatAreNoneAreNotTold(String slots) {
        serves(Map.of("/props", "{\"default_generation_settings\":{\"n_ctx\":4096},\"total_slots\":" + slots + "}"));
        assertThat(clients.windowProbe().ask(profile(Provider.OPENAI, true)))
                .contains(new ToldWindow(4096, "llama.cpp /props"));
    }

    @Test
    void whatOllamaHasLoadedCountsBeforeWhatTheModelCould() {
        serves(Map.of(
                "/api/ps", "{\"models\":[{\"model\":\"m-1:latest\",\"context_length\":4096}]}",
                "/api/show", "{\"parameters\":\"num_ctx 32768\",\"model_info\":{\"q.context_length\":131072}}"));
        assertThat(clients.windowProbe().ask(profile(Provider.OPENAI, true)))
                .contains(new ToldWindow(4096, "Ollama /api/ps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"m-1\",\"max_model_len\":-1}],\"model_info\":{\"q.context_length\":9000}}",
                "{\"data\":[{\"id\":\"m-1\",\"max_model_len\":\"many\"}],\"models\":7}",
                "[]",
                "<html>",
                "",
            })
    void whatIsNoWindowIsNone(String body) {
        serves(Map.of("/v1/models", body, "/api/v0/models", body, "/api/ps", body, "/api/show", body, "/props", body));
        assertThat(clients.windowProbe().ask(profile(Provider.OPENAI, true))).isEmpty();
    }

    @Test
    void itNeverFailsAndNeverAsksThoseWhoDoNotTell() {
        assertThat(clients.windowProbe().ask(at("https://api.openai.com/v1"))).isEmpty();
        assertThat(clients.windowProbe().ask(at("https://api.anthropic.com"))).isEmpty();
        assertThat(clients.windowProbe().ask(at("http://nowhere.invalid/v1"))).isEmpty();
        assertThat(clients.windowProbe().ask(at("no url"))).isEmpty();
    }

    private static ModelProfile at(String url) {
        return profile(Provider.OPENAI, url, "NONE", true, PATIENT);
    }
}
