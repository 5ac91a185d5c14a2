package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.catalog.FormulaText;
import quorate.catalog.FormulaVector;
import quorate.formula.Inputs;
import quorate.schema.Schemas;
import quorate.source.Problems;

/** The calculators in a browser: they compute what the vectors of the catalog say, from the folder and without a server. */
class CalculatorTest extends InBrowser {

    private static void open(String id, String state) {
        browser.open("about:blank");
        browser.open(address(Door.FILE) + "calculators/" + id + "/index.html" + state);
    }

    @Test
    void scriptMeetsEveryVectorOfTheCatalog() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("catalog/formulas.yaml"));
        Catalog catalog = CatalogReader.read(List.of(Map.of("formulas.yaml", file)), new Schemas(), new Problems(), false);
        assertFalse(catalog.vectors().isEmpty());
        open("phi-accrual", "");
        List<String> wrong = new ArrayList<>();
        for (FormulaVector vector : catalog.vectors()) {
            Object results = browser.run(
                    "return window.quorateFormulas[arguments[0]](arguments[1])", vector.formula(), given(catalog, vector));
            vector.expect().forEach((name, expected) -> {
                Object result = ((Map<?, ?>) results).get(name);
                if (!(result instanceof Number number) || !vector.near(expected, number.doubleValue())) {
                    wrong.add(vector.at() + " " + vector.formula() + ": " + name + " is " + result + ", not " + expected);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static Map<String, Object> given(Catalog catalog, FormulaVector vector) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (FormulaText.Input input : catalog.formulas().get(vector.formula()).inputs()) {
            List<Double> numbers = new Inputs(vector.given()).numbers(input.name());
            if (!numbers.isEmpty()) {
                given.put(input.name(), input.many() ? numbers : numbers.get(0));
            }
        }
        return given;
    }

    @Test
    void detectionTimesOfThePresetsAreShown() {
        open("phi-accrual", "");
        assertEquals("1.5612 s", result("normal"));
        assertEquals("18.4207 s", result("exponential"));
        assertEquals("1e-8", result("mistake"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void stateStandsInTheAddressAndComesBack() {
        open("majority", "?voters=7&zones=3,3,1");
        assertEquals("4 voters", result("quorum"));
        browser.one("input[name=voters]").sendKeys("0");
        assertTrue(browser.one(".wrong").getText().contains("add up to 7, not to 70"), browser.one(".wrong").getText());
        assertEquals("no value", result("quorum"));
        browser.one("input[name=zones]").clear();
        assertEquals("36 voters", result("quorum"));
        String address = browser.address();
        browser.open("about:blank");
        browser.open(address);
        assertEquals("36 voters", result("quorum"));
    }

    @Test
    void wrongInputIsToldInWords() {
        open("phi-accrual", "?phi=abc");
        assertEquals("Threshold, phi: write a number from 0.1 to 40.", browser.one(".wrong").getText());
        assertEquals("true", browser.one("input[name=phi]").getAttribute("aria-invalid"));
        assertEquals("no value", result("normal"));
    }

    @Test
    void withoutScriptsTheWorkedExamplesAnswer() {
        browser.scripts(false);
        try {
            open("phi-accrual", "");
            assertTrue(browser.all("form[data-calculator]").stream().noneMatch(form -> form.isDisplayed()));
            assertTrue(browser.one("#worked-phi-accrual").getText().contains("18.4207"));
        } finally {
            browser.scripts(true);
        }
    }

    private static String result(String name) {
        return browser.one("[data-output=" + name + "] dd").getText();
    }
}
