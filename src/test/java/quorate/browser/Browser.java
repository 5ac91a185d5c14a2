package quorate.browser;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as the tests use it: what is installed on the machine, with a profile of its own. Nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Selenium warns of each Chromium that is newer than itself; kept here, since loggers are held weakly. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private String scheme = "light";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start(Path profile) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("quorate.chromedriver", "/usr/bin/chromedriver")))
                .usingAnyFreePort()
                .build();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("quorate.chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3)); // axe on a long page of a busy machine
        return new Browser(driver);
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void reload() {
        driver.navigate().refresh();
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The visible element of that selector, as soon as there is one. */
    WebElement appears(String css) {
        return waiting("no visible " + css).until(d -> all(css).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Waits until the script says true. */
    void until(String script, Object... arguments) {
        waiting("never true: " + script).until(d -> Boolean.TRUE.equals(run("return " + script, arguments)));
    }

    void untilAddressHas(String part) {
        waiting("the address never has " + part + ": " + address()).until(d -> address().contains(part));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    void type(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void press(Keys modifier, String key) {
        new Actions(driver).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
    }

    /** Moves the pointer to the middle of the element. */
    void pointAt(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The width of the page in CSS pixels, as on a phone where it is narrow. */
    void width(int pixels) {
        screen(pixels, 800);
    }

    /** The width and the height of the page in CSS pixels. */
    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the operating system says it prefers: {@code light} or {@code dark}. */
    void prefers(String scheme) {
        this.scheme = scheme;
        media("");
    }

    /** Shows the page as it prints, or on a screen again. */
    void paper(boolean on) {
        media(on ? "print" : "");
        if (on) {
            run("window.dispatchEvent(new Event('beforeprint'))");
        }
    }

    private void media(String type) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", type, "features", List.of(
                        Map.of("name", "prefers-color-scheme", "value", scheme),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** A picture (PNG) of the page from its top, as wide as the screen and as high as the page, at most as high as said. */
    byte[] picture(int highest) {
        Map<?, ?> page = (Map<?, ?>) run(
                "return {width: innerWidth, height: Math.min(document.documentElement.scrollHeight, arguments[0])}", highest);
        Map<String, Object> picture = driver.executeCdpCommand("Page.captureScreenshot", Map.of(
                "captureBeyondViewport", true,
                "clip", Map.of("x", 0, "y", 0, "width", page.get("width"), "height", page.get("height"), "scale", 1)));
        return Base64.getDecoder().decode(String.valueOf(picture.get("data")));
    }

    void scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Forgets what pages have stored, the choice of a theme for one. */
    void forget() {
        run("try { localStorage.clear(); sessionStorage.clear(); } catch (e) { }");
    }

    /** Errors and warnings of the console since it was last asked; a breach of the content security policy is one. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since this was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private WebDriverWait waiting(String message) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.withMessage(() -> String.format(Locale.ROOT, "%s at %s", message, address()));
        return wait;
    }
}
