package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A backfill that is planned and started in the panel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PanelBackfillIT {

    private ServedHome served;
    private PanelBrowser browser;
    private Path folder;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        folder = Files.createDirectories(directory.resolve("sessions"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    folder.resolve("ferry" + i + ".txt"),
                    ("User: Why is the ferry late? " + "It was due at noon. ".repeat(20)
                                    + "\nAssistant: It waits for the tide. " + "The table says so. ".repeat(20) + "\n")
                            .repeat(8));
        }
        served = ServedHome.with(directory, "web_folders = [\"" + folder + "\"]\n");
        browser = new PanelBrowser(served.url(""), "en-US");
    }

    @AfterAll
    void close() {
        browser.close();
        served.close();
    }

    @Test
    void aFolderIsPlannedAndCompacted_byTheKeyboard() {
        browser.open("/backfills");
        browser.at("#backfill-open").sendKeys(Keys.ENTER);
        assertThat(browser.at("#folder").getText()).isEqualTo(folder.toString());
        browser.at("#plan-show").sendKeys(Keys.ENTER);
        browser.until("the plan is told", () -> browser.at("#plan").getText().contains("3 conversations: 3 new"));
        assertThat(browser.at("#plan").getText()).contains("To compact: 3", "3 files read", "it costs nothing");
        browser.assertAccessible("the form of a backfill");
        browser.dark(true);
        browser.assertAccessible("the form of a backfill, dark");
        browser.dark(false);
        browser.at("#limit").sendKeys("2");
        assertThat(browser.driver().findElements(By.cssSelector("#plan .notice")))
                .as("the plan of other numbers is gone")
                .isEmpty();
        browser.at("#plan-show").sendKeys(Keys.ENTER);
        browser.until("the limit is told", () -> browser.at("#plan").getText().contains("The limit leaves"));

        browser.at("#backfill-start").sendKeys(Keys.ENTER);

        browser.until(
                "it has ended", () -> browser.at("[data-backfill]").getText().contains("Completed"));
        assertThat(browser.driver().findElements(By.cssSelector("dialog"))).isEmpty();
        JsonNode backfill = object(served.get("/v1/backfills")).path("items").path(0);
        assertThat(backfill.path("counts").path("compacted").asInt()).isEqualTo(2);
        browser.assertAccessible("a backfill");
    }

    @Test
    void theFormIsChinese_fitsAPhone_andEscapeClosesIt() {
        try (PanelBrowser chinese = new PanelBrowser(served.url(""), "zh-CN")) {
            chinese.width(375, 800);
            chinese.open("/backfills");
            chinese.click("#backfill-open");
            chinese.click("#plan-show");
            chinese.until(
                    "the plan is told", () -> chinese.at("#plan").getText().contains("需要压缩"));
            assertThat((Long) chinese.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(375);
            chinese.at("#folder").sendKeys(Keys.ESCAPE);
            chinese.until(
                    "the form is closed",
                    () -> chinese.driver()
                            .findElements(By.cssSelector("dialog"))
                            .isEmpty());
            assertThat(chinese.script("return document.activeElement.id")).isEqualTo("backfill-open");
        }
    }
}
