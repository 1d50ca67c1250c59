package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.web.automatic.AutomaticQueue;
import dev.pith.starter.web.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The document that describes the API, held against the routes. */
@Tag("servers")
class OpenApiTest extends InAServedHome {

    @Test
    void theDocumentDescribesEveryRoute_andNoOther() {
        TreeSet<String> described = new TreeSet<>();
        ApiDocument.DOCUMENT
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        TreeSet<String> served = new TreeSet<>();
        for (Route route : ApiRoutes.all(
                this.served.backend(), new AutomaticQueue(conversation -> CompletableFuture.completedFuture(null)))) {
            served.add(route.method().name() + " " + route.path());
        }
        assertThat(described).isEqualTo(served);
    }

    @Test
    void theServerGivesTheDocument() {
        assertThat(served.get("/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void everyOperationHasANameOfItsOwn_andEveryReferenceATarget() {
        List<String> names = ApiDocument.DOCUMENT.findValuesAsText("operationId");
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        for (String reference : ApiDocument.DOCUMENT.findValuesAsText("$ref")) {
            JsonNode target = ApiDocument.DOCUMENT.at(reference.substring(1));
            assertThat(target.isMissingNode()).as(reference).isFalse();
        }
    }
}
