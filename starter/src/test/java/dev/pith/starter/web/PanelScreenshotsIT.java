package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.intake.ConversationIntake;
import dev.pith.activities.intake.Receipt;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The pictures of the panel in the documentation, of the example session of this repository. */
class PanelScreenshotsIT {

    private static final Path IMAGES = Path.of("../docs/images");
    private static final boolean WRITE = "write".equals(System.getProperty("pith.screenshots"));

    @TempDir
    Path directory = Path.of("");

    @Test
    void theExampleIsShownInLightDarkChineseAndOnAPhone() throws Exception {
        try (ServedHome served = ServedHome.withDefaultSizes(directory)) {
            pictures(served);
        }
    }

    private static void pictures(ServedHome served) throws Exception {
        String id = example(served);
        try (PanelBrowser browser = new PanelBrowser(served.url(""), "en-US")) {
            plan(browser, id);
        }
        String compaction = object(served.post("/v1/conversations/" + id + "/compactions?wait=30s", "{}"))
                .path("id")
                .asText();
        try (PanelBrowser browser = new PanelBrowser(served.url(""), "en-US")) {
            picture(browser, "/conversations/" + id, "#context", 1280, 900, false, "panel-conversation");
            picture(browser, "/compactions/" + compaction, "#progress", 1280, 800, true, "panel-compaction-dark");
            picture(browser, "/compactions/" + compaction, "#progress", 375, 800, false, "panel-phone");
        }
        try (PanelBrowser browser = new PanelBrowser(served.url(""), "zh-CN")) {
            picture(browser, "/conversations/" + id, "#context", 1280, 900, false, "panel-chinese");
        }
    }

    private static String example(ServedHome served) throws Exception {
        try (ConversationIntake intake = new ConversationIntake(served.database())) {
            new SourceReader().read(Path.of("../docs/examples/tideline.jsonl"), intake, new ImportOptions(true, null));
            List<Receipt> receipts = intake.finish();
            return receipts.get(0).conversation();
        }
    }

    /** The dialog that starts a compaction, with its plan, before there is a summary. */
    private static void plan(PanelBrowser browser, String id) throws IOException {
        show(browser, "/conversations/" + id, "#context", 1280, 900, false);
        browser.click("#compact-open");
        browser.click("#plan-show");
        browser.until("the plan is told", () -> browser.at("#plan").getText().contains("it costs nothing"));
        write(browser, "panel-plan");
    }

    private static void picture(
            PanelBrowser browser, String page, String ready, int width, int height, boolean dark, String name)
            throws IOException {
        show(browser, page, ready, width, height, dark);
        write(browser, name);
    }

    private static void show(PanelBrowser browser, String page, String ready, int width, int height, boolean dark) {
        browser.dark(dark);
        browser.width(width, height);
        browser.open(page);
        browser.at(ready);
        browser.until(
                "the page is loaded",
                () -> browser.driver().findElements(By.cssSelector(".skeleton")).isEmpty());
    }

    private static void write(PanelBrowser browser, String name) throws IOException {
        byte[] picture = browser.screenshot();
        assertThat(picture).hasSizeGreaterThan(5_000);
        if (WRITE) {
            Files.write(IMAGES.resolve(name + ".png"), picture);
        }
    }
}
