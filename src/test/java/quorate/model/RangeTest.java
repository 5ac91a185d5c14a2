package quorate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends of a range are read in one unit, as long as its numbers stay small. */
class RangeTest {

    @ParameterizedTest
    @CsvSource({
        "PT1.45S, PT1.5S, 1.45s to 1.5s",
        "PT0.5S, PT2S, 0.5s to 2s",
        "PT0.05S, PT0.25S, 50ms to 250ms",
        "PT1S, PT45S, 1s to 45s",
        "PT30S, PT5M, 30s to 5m",
        "PT1M, PT90S, 60s to 90s",
        "PT15M, PT1H, 15m to 60m",
        "PT1S, PT2M, 1s to 120s",
        "PT1S, PT121S, 1s to 121s",
        "PT10M, PT5H, 10m to 5h",
        "PT0S, PT2H, 0h to 2h",
        "PT0.001S, PT2S, 1ms to 2s",
        "PT1S, PT48H, 1s to 2d"
    })
    void isReadWithoutConverting(String least, String most, String words) {
        assertEquals(words, ValueType.Span.range(Duration.parse(least), Duration.parse(most)));
    }
}
