package dev.pith.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Patience;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of the system that shows the panel. */
final class PanelBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Patience.LONG;

    private final ChromeDriver driver;
    private final String url;

    PanelBrowser(String url, String language) {
        this.url = url;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
        // As root, as in a container, Chromium refuses its own sandbox.
        options.addArguments("--headless=new", "--no-sandbox", "--lang=" + language, "--window-size=1280,900");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(program("chromedriver")))
                        .build(),
                options);
    }

    private static String program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        names[0] + " is not on the PATH: apt-get install chromium chromium-driver"))
                .toString();
    }

    void open(String page) {
        driver.get("about:blank");
        driver.get(url + "/#" + page);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The element once it is there and visible. */
    WebElement at(String selector) {
        WebElement found = new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "nothing at " + selector + " on the page: " + text())
                .until(browser -> browser.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
        return Objects.requireNonNull(found);
    }

    void click(String selector) {
        until("something to click at " + selector, () -> {
            WebElement found = at(selector);
            found.click();
            return true;
        });
    }

    /** Waits until it holds; elements that were replaced meanwhile are looked up again. */
    void until(String what, BooleanSupplier holds) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; the page: " + text())
                .until(browser -> holds.getAsBoolean());
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void width(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    Object script(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** The page breaks no rule of accessibility that axe knows. */
    void assertAccessible(String page) {
        try (InputStream axe = PanelBrowser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        Object violations;
        try {
            violations = driver.executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    axe.run().then(result => done(result.violations.map(one =>
                      one.id + ": " + one.nodes.map(node => node.html + " " + node.failureSummary).join("; "))));
                    """);
        } catch (JavascriptException e) {
            throw new AssertionError(page, e);
        }
        assertThat(violations).as("accessibility of %s", page).isEqualTo(List.of());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
