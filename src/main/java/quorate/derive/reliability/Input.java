package quorate.derive.reliability;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;

/**
 * What is stated of how often something is lost and for how long: of one instance of a component by itself, of an external or
 * a fault domain as a whole. Availability is stated, or it is MTBF / (MTBF + MTTR), where MTBF is the mean time from a repair
 * to the next failure (IEC 60050-192: mean operating time between failures); if both are stated and differ, the worse counts.
 *
 * @param unavailability 1 - availability
 * @param mtbf mean time between failures; also from a stated availability A and MTTR as MTTR x A / (1 - A)
 * @param missing what would have to be stated; empty if the unavailability is known
 */
record Input(Bounds unavailability, Optional<Duration> mtbf, Set<Missing> missing) {

    static Input of(Entity entity) {
        Optional<Double> stated = entity.get(Keys.AVAILABILITY).value().map(Input::complement);
        Optional<Duration> mtbf = entity.get(Keys.MTBF).value().filter(span -> !span.isZero());
        Optional<Duration> mttr = entity.get(Keys.MTTR).value();
        Optional<Double> derived = mtbf.isPresent() && mttr.isPresent()
                ? Optional.of(seconds(mttr.get()) / (seconds(mtbf.get()) + seconds(mttr.get())))
                : Optional.empty();
        Optional<Double> worse = stated.isPresent() && derived.isPresent()
                ? Optional.of(Math.max(stated.get(), derived.get()))
                : stated.or(() -> derived);
        if (mtbf.isEmpty() && mttr.isPresent() && stated.filter(q -> q > 0).isPresent()) {
            double between = seconds(mttr.get()) * (1 - stated.get()) / stated.get();
            mtbf = between < 1 || between > 1e12 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(between)));
        }
        return new Input(
                worse.map(Bounds::of).orElse(Bounds.UNKNOWN),
                mtbf,
                worse.isPresent() ? Set.of() : Set.of(new Missing(entity, Keys.AVAILABILITY)));
    }

    /** 1 - availability as it was written, in decimal: 0.0005 for 99.95%, not what is left of it in binary. */
    private static double complement(double availability) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(availability)).doubleValue();
    }

    static double seconds(Duration span) {
        return span.getSeconds() + span.getNano() / 1e9;
    }
}
