package quorate.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas against what they are defined by: counting, integrating and enumerating instead of the closed form. */
class FormulaTest {

    @Test
    void noTwoMajoritiesAreApartAndOneVoterLessWouldNotDo() {
        for (int n = 1; n <= 60; n++) {
            Majority group = new Majority(n);
            assertTrue(2 * group.quorum() > n, "n = " + n);
            assertTrue(2 * (group.quorum() - 1) <= n, "n = " + n);
            assertEquals((n - 1) / 2, group.tolerated());
            assertTrue(group.survivesLossOf(group.tolerated()));
            assertFalse(group.survivesLossOf(group.tolerated() + 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new Majority(0));
    }

    @Test
    void quorumsShareWhatEverySubsetSharesAtLeast() {
        for (int n = 1; n <= 7; n++) {
            for (int r = 1; r <= n; r++) {
                for (int w = 1; w <= n; w++) {
                    ReadWriteQuorum quorum = new ReadWriteQuorum(n, r, w);
                    assertEquals(leastShared(n, r, w), quorum.readMeetsWrite());
                    assertEquals(leastShared(n, w, w), quorum.writeMeetsWrite());
                }
            }
        }
    }

    private static int leastShared(int n, int one, int other) {
        int least = n;
        for (int a = 0; a < 1 << n; a++) {
            for (int b = 0; b < 1 << n; b++) {
                if (Integer.bitCount(a) == one && Integer.bitCount(b) == other) {
                    least = Math.min(least, Integer.bitCount(a & b));
                }
            }
        }
        return least;
    }

    /** Numerical integration of the density from z on gives the tail back. */
    @Test
    void quantileIsTheValueThatTheTailLiesAbove() {
        for (double phi = 0.1; phi <= 40; phi += 0.7) {
            double tail = Math.pow(10, -phi);
            double z = NormalDistribution.upperQuantile(tail);
            assertEquals(1, above(z) / tail, 1e-10, "phi = " + phi);
            if (tail > 1e-12 && tail < 0.5) { // further out 1 - tail has no digits left
                assertEquals(-NormalDistribution.upperQuantile(tail), NormalDistribution.upperQuantile(1 - tail),
                        Math.max(1e-9, 1e-14 / tail));
            }
        }
        assertEquals(0, NormalDistribution.upperQuantile(0.5));
        assertThrows(IllegalArgumentException.class, () -> NormalDistribution.upperQuantile(0));
    }

    /** Simpson's rule over 12 deviations, in steps of 1/2000; its own error is below 1e-10. */
    private static double above(double z) {
        double step = 5e-4;
        double sum = 0;
        int steps = 24_000;
        for (int i = 0; i <= steps; i++) {
            double x = z + i * step;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2);
        }
        return sum * step / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void pausesAreSummedOneByOneAndNeverPassTheMaximum() {
        assertEquals(100 + 200 + 400 + 500 + 500, LinkWait.pauses(6, 100, 2, 500));
        assertEquals(300, LinkWait.pauses(4, 100, 1, Span.ENDLESS));
        assertEquals(0, LinkWait.pauses(1, 100, 2, Span.ENDLESS));
        assertEquals(Span.ENDLESS, LinkWait.pauses(1_000, 100, 2, Span.ENDLESS));
        assertEquals(0, LinkWait.pauses(Span.ENDLESS, 0, 2, Span.ENDLESS));
        assertEquals(Span.ENDLESS, LinkWait.pauses(Span.ENDLESS, 100, 2, 500));
    }

    @Test
    void totalDeadlineCutsTheWaitAndNeverStretchesIt() {
        assertEquals(2, new LinkWait(3, 1, 1, 2).longest());
        assertEquals(4, new LinkWait(3, 1, 1, 9).longest());
        assertEquals(9, new LinkWait(Span.ENDLESS, 1, 0, 9).longest());
        assertEquals(Span.ENDLESS, new LinkWait(3, Span.ENDLESS / 2, 0, Span.ENDLESS).longest());
    }

    @Test
    void attemptsOfLayersMultiplyAndDoNotOverflow() {
        assertEquals(27, RetryAmplification.calls(List.of(3, 3, 3)));
        assertEquals(Long.MAX_VALUE, RetryAmplification.calls(List.of(1_000_000_000, 1_000_000_000, 1_000_000_000)));
        assertEquals(1.331, RetryAmplification.callsWithBudget(List.of(3, 3, 3), 0.1), 1e-12);
        assertEquals(1, RetryAmplification.callsWithBudget(List.of(1, 1), 0.1), 0);
    }

    @Test
    void availabilityIsTheSumOverAllStates() {
        List<Double> down = List.of(0.01, 0.2, 0.05, 0.3);
        for (int needed = 1; needed <= 4; needed++) {
            double sum = 0;
            for (int state = 0; state < 16; state++) {
                double probability = 1;
                for (int i = 0; i < 4; i++) {
                    probability *= (state >> i & 1) == 1 ? 1 - down.get(i) : down.get(i);
                }
                sum += Integer.bitCount(state) < needed ? probability : 0;
            }
            assertEquals(sum, Availability.downUnless(needed, down), 1e-15);
        }
        assertEquals(Availability.downUnless(4, down), Availability.downInSeries(down), 1e-15);
        assertEquals(Availability.downUnless(1, down), Availability.downInParallel(down), 1e-18);
    }

    @Test
    void fanOutAllowsWhatItComputes() {
        for (int n : new int[] {1, 2, 10, 100, 2_000}) {
            FanOut fan = new FanOut(n);
            assertEquals(0.01, fan.slow(fan.allowed(0.01)), 1e-15);
            assertEquals(1 - Math.pow(0.99, n), fan.slow(0.01), 1e-13);
        }
    }

    /** Members hear of news as the logistic equation says; Euler's method in small steps agrees. */
    @Test
    void newsSpreadsByTheEquationOfThePaper() {
        int n = 50;
        double lambda = 1.5;
        double heard = 1;
        int steps = 200_000;
        double step = lambda * Math.log(n) / steps;
        for (int i = 0; i < steps; i++) {
            heard += step * (2 - 1.0 / n) * heard * (1 - heard / n);
        }
        assertEquals(n - heard, new Swim(n, 1).unheard(lambda), 1e-4);
    }

    @Test
    void detectionInALargeGroupApproachesTheLimit() {
        List<Double> seconds = new ArrayList<>();
        for (int n : new int[] {2, 3, 10, 1_000, 1_000_000}) {
            seconds.add(new Swim(n, 1).firstDetectionSeconds());
        }
        assertEquals(1, seconds.get(0), 0);
        assertEquals(4.0 / 3, seconds.get(1), 1e-15);
        assertEquals(new Swim(2, 1).firstDetectionLimitSeconds(), seconds.get(4), 1e-5);
    }
}
