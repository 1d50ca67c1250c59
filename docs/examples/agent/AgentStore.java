import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agent that keeps its conversation in Pith with three calls, and nothing but the JDK.
 *
 * <p>Run it with: java docs/examples/agent/AgentStore.java http://127.0.0.1:7484
 */
public final class AgentStore {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String pith = arguments[0] + "/v1/conversations";

        // 1. Open a conversation by a key of your own; again with the same key finds it.
        String opened = send("POST", pith, null, "{\"key\": \"example " + UUID.randomUUID() + "\"}");
        String conversation = pith + "/" + field(opened, "id");

        // 2. Append what was said. The key makes a retry safe: it stores nothing twice.
        String turn = """
                {"messages": [
                  {"role": "user", "content": "Which port does the harbor service listen on?"},
                  {"role": "assistant", "content": "Port 8443, as configured in harbor.toml."}
                ]}""";
        String key = UUID.randomUUID().toString();
        send("POST", conversation + "/messages", key, turn);
        String retried = send("POST", conversation + "/messages", key, turn);

        // 3. Get the context for the next call of the model, to a budget, in the form that the model takes.
        String context = send("GET", conversation + "/context?format=openai&budget=8000", null, null);

        System.out.println("stored up to message " + field(retried, "seq") + ", context: " + context);
    }

    private static String send(String method, String url, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        String token = System.getenv("PITH_TOKEN");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.body());
        }
        return response.body();
    }

    /** Reads a field of a flat object; a real agent has a JSON library. */
    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }
}
