package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;

/** Questions that a reader comes with, answered from the first page of the site in at most three clicks. */
class FiveQuestionsTest extends InBrowser {

    private static final String SHOP = "#heat a[href='projects/online-shop/index.html']";

    /**
     * A question with the way to its answer.
     *
     * @param clicks what is clicked, one after the other, as selectors
     * @param where the part of the last page that answers
     * @param answers what stands there
     */
    private record Question(String text, List<String> clicks, String where, List<String> answers) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Question> questions() {
        return Stream.of(
                new Question(
                        "Which journeys die when the leader of the orders database is lost, and for how long?",
                        List.of(SHOP, ".ways a[href='failures/index.html']", "#kind-leader-loss > summary"),
                        "tr#leader-loss-orders-db",
                        List.of("Check out", "down", "at most 45s")),
                new Question(
                        "Where does the cart stand when the network splits, and why?",
                        List.of(SHOP, "#system a[href='components/cart/index.html']", "dl.facts details summary"),
                        "dl.facts",
                        List.of("Carts", "(CP)", "replication.topology = none", "architecture.yaml:")),
                new Question(
                        "Which projects use sagas without compensation?",
                        List.of("footer a[href='rules/index.html']", "main a[href='saga-uncompensated/index.html']"),
                        "main",
                        List.of("No project of this site breaks it", "It holds for", "Place an order")),
                new Question(
                        "What is the detection time with phi threshold 8, heartbeats of 1 s, deviation 0.1 s, for both kinds of intervals?",
                        List.of("footer a[href='calculators/index.html']", "main a[href='phi-accrual/index.html']"),
                        "main",
                        List.of("1.5612", "18.4207")),
                new Question(
                        "What do I do now that zone b is gone?",
                        List.of(
                                ".doors a[href='runbooks/index.html']",
                                ".symptoms a[href='#a-zone-or-a-region-is-gone']",
                                "a[href='../projects/online-shop/runbooks/zone-loss-zone-b/index.html']"),
                        "main",
                        List.of("Is it this?", "Stop the damage", "Escalate if")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredInThreeClicks(Question question) {
        browser.open("about:blank");
        browser.open(address(Door.HTTP) + "index.html");
        assertTrue(question.clicks().size() <= 3);
        for (String click : question.clicks()) {
            WebElement link = browser.appears(click);
            link.click();
        }
        String text = browser.appears(question.where()).getText();
        question.answers().forEach(answer -> assertTrue(text.contains(answer), answer + " in " + text));
    }
}
