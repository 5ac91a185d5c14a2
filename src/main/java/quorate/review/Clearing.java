package quorate.review;

import java.util.List;
import quorate.model.Change;

/**
 * The smallest change of a single fact that would clear a finding, found by asking its rule again.
 *
 * @param raises ids of findings that the change would raise or make worse; empty for most
 */
public record Clearing(Change<?> change, List<String> raises) {

    public Clearing {
        raises = List.copyOf(raises);
    }

    /** The change in one sentence: {@code stores.ledger.replicas: 3 instead of 1 (docker-compose.yml:5)}. */
    public String words() {
        String value = change.isExample() ? "a true answer, such as '" + change.after() + "'," : change.after();
        String place = change.writtenAt().map(at -> " (" + at.brief() + ")").orElse("");
        return change.path() + ": " + value + (change.writtenAt().isEmpty() ? ", now " : " instead of ") + change.before() + place;
    }
}
