package dev.pith.starter.requesting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ToldWindow;
import dev.pith.starter.config.SettingsLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedLimitsTest {

    @ParameterizedTest
    @CsvSource({
        // said, told, counts; then the same of calls
        "32768, 8192, 8192, 4, 1, 1",
        "8192, 32768, 8192, 1, 4, 1",
        "8192, 8192, 8192, 4, 4, 4",
        "   , 32768, 32768, 8, , 8",
        "32768, 500, 1000, 2, , 2",
    })
    void theSmallerOfWhatIsSaidAndWhatIsToldCounts(
            @Nullable Integer window, int told, int counts, int concurrency, @Nullable Integer slots, int calls) {
        ModelProfile profile = profile(window, concurrency);
        assertThat(ServedLimits.of(profile, Optional.of(new ToldWindow(told, "server", slots))))
                .isEqualTo(new ServedLimits(profile, counts, calls));
    }

    @Test
    void whereNothingIsToldWhatIsSaidCountsAndElseWhatIsCommon() {
        ModelProfile said = profile(65_536, 3);
        assertThat(ServedLimits.of(said, Optional.empty())).isEqualTo(new ServedLimits(said, 65_536, 3));
        ModelProfile silent = profile(null, 4);
        assertThat(ServedLimits.of(silent, Optional.empty())).isEqualTo(new ServedLimits(silent, 8_192, 4));
    }

    private static ModelProfile profile(@Nullable Integer window, int concurrency) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PITH_MODELS_LOCAL_BASE_URL", "http://127.0.0.1:1/v1",
                "PITH_MODELS_LOCAL_MODEL", "m",
                "PITH_MODELS_LOCAL_CONCURRENCY", Integer.toString(concurrency)));
        if (window != null) {
            environment.put("PITH_MODELS_LOCAL_CONTEXT_WINDOW", window.toString());
        }
        return new SettingsLoader(Map.of(), environment)
                .load()
                .models()
                .find("local")
                .orElseThrow();
    }
}
