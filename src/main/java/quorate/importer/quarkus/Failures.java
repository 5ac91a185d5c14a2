package quorate.importer.quarkus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quorate.importer.Written;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Words;
import quorate.source.Problems;

/** What happens to a message that cannot be handled. A strategy that is not written is that of the connector, and not read. */
final class Failures {

    /** The message counts as handled, and is gone. */
    private static final List<String> LOST = List.of("ignore", "accept");

    private final String name;
    private final Attributes channel;
    private final Connector connector;
    private final Values values;
    private final Problems problems;

    /** @param name of the channel */
    Failures(String name, Attributes channel, Connector connector, Values values, Problems problems) {
        this.name = name;
        this.channel = channel;
        this.connector = connector;
        this.values = values;
        this.problems = problems;
    }

    void read(Facts.Builder facts) {
        Optional<Written> strategy = channel.value("failure-strategy");
        strategy.ifPresent(written -> {
            String word = written.text().strip().toLowerCase(Locale.ROOT);
            if (LOST.contains(word)) {
                problems.warning(
                        written.at(),
                        "with '" + word + "' a message that channel " + name + " cannot handle is lost",
                        "Put it aside (dead-letter-queue), and watch what gathers there.");
            }
            if (word.equals("dead-letter-queue")) {
                Written place = channel.value("dead-letter-queue", "topic")
                        .orElse(new Written("dead-letter-topic-" + name, written.at()));
                facts.set(Keys.DEAD_LETTER, Fact.of(place.text(), Values.origin(place)));
            } else if (LOST.contains(word) || word.equals("fail") && connector.broker().technology().equals("kafka")) {
                facts.set(Keys.DEAD_LETTER, Fact.none(Values.origin(written)));
            }
        });
        switch (connector.broker().technology()) {
            case "rabbitmq" -> rabbit(facts);
            case "pulsar" -> pulsar(facts);
            default -> { }
        }
    }

    private void rabbit(Facts.Builder facts) {
        channel.value("auto-bind-dlq").filter(w -> values.isTrue(Optional.of(w))).ifPresent(written -> {
            Written place = channel.value("dead-letter-queue-name")
                    .orElse(new Written(channel.value("queue", "name").map(Written::text).orElse(name) + ".dlq", written.at()));
            facts.set(Keys.DEAD_LETTER, Fact.of(place.text(), Values.origin(place)));
        });
        // The broker forgets a message when it has sent it, before anybody has handled it.
        channel.value("auto-acknowledgement").filter(w -> values.isTrue(Optional.of(w))).ifPresent(written ->
                facts.set(Keys.DELIVERY, Fact.of(Words.Delivery.AT_MOST_ONCE, Values.origin(written))));
    }

    private void pulsar(Facts.Builder facts) {
        channel.value("deadLetterPolicy", "deadLetterTopic").ifPresent(topic ->
                facts.set(Keys.DEAD_LETTER, Fact.of(topic.text(), Values.origin(topic))));
        Optional<Written> again = channel.value("deadLetterPolicy", "maxRedeliverCount");
        values.count(again).ifPresent(n -> facts.set(Keys.MAX_DELIVERIES, Fact.of(n + 1, Values.origin(again.orElseThrow()))));
    }
}
