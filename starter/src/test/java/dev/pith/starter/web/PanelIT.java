package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoredConversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The panel in a real browser. Needs Chromium and its driver: {@code ./dev browser}. */
class PanelIT extends InAServedHome {

    private static final String EVIL =
            "<img src=x onerror=\"window.owned = true\"><script>window.owned = true</script>";

    private PanelBrowser browser;
    private String compacted = "";
    private String compaction = "";

    @BeforeAll
    void openBrowser() {
        served.fake.behaves(call -> Behavior.timed(Duration.ofMillis(900), Duration.ZERO, 150));
        compacted = served.conversation("compacted");
        compaction = object(
                        served.post("/v1/conversations/" + compacted + "/compactions?wait=30s", "{\"model\":\"fake\"}"))
                .path("id")
                .asText();
        browser = new PanelBrowser(served.url(""), "en-US");
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    private long percent() {
        String value = browser.at("#progress").getDomAttribute("aria-valuenow");
        return value == null ? 0 : Long.parseLong(value);
    }

    @Test
    void aCompactionIsStartedWatchedThroughACut_andUndone() {
        String id = served.conversation("watched");
        browser.open("/conversations/" + id);
        browser.click("#compact-open");
        browser.at("#focus").sendKeys("keep the requests");
        browser.script("document.getElementById('model').value = 'fake';"
                + "document.getElementById('model').dispatchEvent(new Event('change', {bubbles: true})); return true;");
        browser.click("#compact-start");

        browser.until("the bar begins", () -> percent() > 0 && percent() < 100);
        browser.at("[data-cell=\"0\"]");
        served.restartServer(() -> browser.until(
                "the page says that the connection is cut",
                () -> !browser.at("#connection").getText().equals("Connected")));
        browser.until("the bar is full", () -> percent() == 100);
        browser.until(
                "the outcome is told", () -> browser.at("#outcome").getText().contains("Compacted"));
        int cells = browser.driver().findElements(By.cssSelector("[data-cell]")).size();
        assertThat(browser.driver().findElements(By.cssSelector("[data-cell][data-state=\"done\"]")))
                .hasSize(cells)
                .hasSizeGreaterThan(1);
        JsonNode running = object(served.get("/v1/compactions?limit=1&conversation=" + id))
                .path("items")
                .path(0);
        assertThat(object(served.get("/v1/compactions/" + running.path("id").asText()))
                        .path("focus")
                        .asText())
                .isEqualTo("keep the requests");

        browser.click("#undo");
        browser.click("#confirm-yes");
        browser.until(
                "the context is as before",
                () -> object(served.get("/v1/conversations/" + id))
                                .path("version")
                                .asInt()
                        == 3);
    }

    @Test
    void thePlanIsShownBeforeTheStart() {
        browser.open("/conversations/" + served.conversation("planned"));
        browser.click("#compact-open");
        browser.click("#plan-show");
        browser.until("it costs nothing", () -> browser.at("#plan").getText().contains("it costs nothing"));
        browser.script("document.getElementById('model').value = 'fake';"
                + "document.getElementById('model').dispatchEvent(new Event('input', {bubbles: true})); return true;");
        browser.until(
                "the plan is of another model",
                () -> browser.driver()
                        .findElements(By.cssSelector("#plan .notice"))
                        .isEmpty());
        browser.click("#plan-show");
        browser.until("its cost is told", () -> browser.at("#plan").getText().contains("Cost: at most"));
        browser.assertAccessible("the plan of a compaction");
        browser.dark(true);
        browser.assertAccessible("the plan of a compaction, dark");
        browser.dark(false);
    }

    /** The compaction ends while a dialog is open: the page waits for that, then it does not show it as running. */
    @Test
    void aCompactionThatEndsBehindADialog_isNotShownAsRunning() {
        String id = served.conversation("behind");
        object(served.post(
                "/v1/conversations/" + id + "/compactions", "{\"model\":\"fake\",\"flush\":\"off\",\"fresh\":true}"));
        browser.open("/conversations/" + id);
        browser.until("it is shown as running", () -> browser.text().contains("is being compacted"));
        browser.click("#delete");
        browser.until(
                "it has ended",
                () -> object(served.get("/v1/conversations/" + id))
                        .path("running")
                        .isNull());
        browser.script("setTimeout(() => document.querySelector('dialog[open]').close(), 4000); return true;");
        browser.until("it is no longer shown as running", () -> !browser.text().contains("is being compacted"));
    }

    @Test
    void withoutFolders_backfillsAreNotOffered_andTheSettingIsNamed() {
        browser.open("/backfills");
        browser.until(
                "the setting is named",
                () -> browser.at("#no-folders").getText().contains("web_folders"));
        assertThat(browser.driver().findElements(By.id("backfill-open"))).isEmpty();
    }

    @Test
    void aPreviewIsReadAndApplied() {
        String id = served.conversation("previewed");
        String previewed = object(
                        served.post("/v1/conversations/" + id + "/compactions?wait=30s", "{\"preview\":true}"))
                .path("id")
                .asText();
        browser.open("/compactions/" + previewed);
        browser.click("#compact-apply");
        browser.until(
                "the preview is in force",
                () -> object(served.get("/v1/conversations/" + id))
                                .path("version")
                                .asInt()
                        == 2);
    }

    @Test
    void markupInAMessage_staysText() {
        String id = StoredConversation.store(
                        served.database(),
                        Messages.session("evil"),
                        List.of(Messages.person("p", "", EVIL), Messages.agent("a", "p", EVIL)))
                .conversation();
        browser.open("/conversations/" + id);
        browser.until("the message is shown as it is", () -> browser.text().contains("<img src=x onerror="));
        assertThat(browser.script("return window.owned === undefined")).isEqualTo(true);
        assertThat(browser.driver().findElements(By.cssSelector("main img, main script")))
                .isEmpty();
        browser.open("/search?query=img");
        browser.open("/conversations");
        browser.until("the list is shown", () -> browser.text().contains("<img src=x"));
        assertThat(browser.script("return window.owned === undefined")).isEqualTo(true);
    }

    /** A lock on a table stands for the update of the index after a large import. */
    @Test
    void aSearchIsRepeatedWhileTheIndexIsUpdated() {
        served.conversation("indexed");
        object(served.get("/v1/search?query=Request"));
        String late = served.database().transact(open -> {
            open.execute("lock table memory in access exclusive mode");
            String stored = StoredConversation.store(
                            served.database(),
                            Messages.session("unindexed"),
                            List.of(Messages.person("p", "", "Where is the quokka?")))
                    .conversation();
            browser.open("/search?query=quokka");
            browser.until(
                    "the page says so", () -> browser.at("#freshness").getText().contains("searches again by itself"));
            browser.assertAccessible("a search that is not current");
            return stored;
        });
        browser.at("[data-conversation=\"" + late + "\"]");
        browser.until(
                "nothing is to come",
                () -> browser.driver()
                        .findElements(By.cssSelector("#freshness .notice"))
                        .isEmpty());
    }

    @Test
    void theLanguageIsSwitched_andKept() {
        browser.open("/conversations");
        browser.until("the list is English", () -> browser.text().contains("Conversations"));
        browser.script("const language = document.getElementById('language'); language.value = 'zh-CN';"
                + "language.dispatchEvent(new Event('change', {bubbles: true})); return true;");
        browser.until("the list is Chinese", () -> browser.text().contains("会话"));
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("zh-CN");
        browser.open("/compactions");
        browser.until("the next page, too", () -> browser.text().contains("压缩"));
        browser.script("const language = document.getElementById('language'); language.value = 'en';"
                + "language.dispatchEvent(new Event('change', {bubbles: true})); return true;");
        browser.until("English again", () -> browser.text().contains("Compactions"));
    }

    /** Browsers keep pages for the way back, and allow a server six connections. */
    @Test
    void pagesThatWereLeft_giveTheirConnectionBack() {
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            browser.open("/compactions");
            browser.at("#ended");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void aBrowserOfAnotherLanguage_startsInIt() {
        try (PanelBrowser chinese = new PanelBrowser(served.url(""), "zh-CN")) {
            chinese.open("/conversations");
            chinese.until("the list is Chinese", () -> chinese.text().contains("会话"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/conversations, #conversations, false, 1280",
        "/conversations, #conversations, true, 1280",
        "/conversations, #conversations, false, 375",
        "/conversations/ID, #conversation, false, 1280",
        "/conversations/ID, #conversation, true, 1280",
        "/conversations/ID, #conversation, true, 375",
        "/compactions, #ended, false, 1280",
        "/compactions/COMPACTION, #progress, false, 1280",
        "/compactions/COMPACTION, #progress, true, 1280",
        "/compactions/COMPACTION, #progress, false, 375",
        "/backfills, #backfills, false, 1280",
        "/memory, #memories, false, 1280",
        "/memory, #memories, true, 375",
        "/costs, #costs, false, 1280",
        "/costs, #costs, true, 1280",
        "/search?query=Request, #hits, false, 1280",
        "/nothing, main h1, false, 1280"
    })
    void everyPage_isAccessibleAndFitsItsWidth(String page, String ready, boolean dark, int width) {
        browser.dark(dark);
        browser.width(width, 900);
        browser.open(page.replace("ID", compacted).replace("COMPACTION", compaction));
        browser.at(ready);
        browser.until(
                "the page is loaded",
                () -> browser.driver().findElements(By.cssSelector(".skeleton")).isEmpty());
        browser.assertAccessible(page);
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .as("width of %s", page)
                .isLessThanOrEqualTo(width);
        assertThat(browser.script("const nav = document.querySelector('#header nav');"
                        + "return nav.scrollWidth <= nav.clientWidth"))
                .as("every page can be seen in the navigation")
                .isEqualTo(true);
        browser.dark(false);
        browser.width(1280, 900);
    }
}
