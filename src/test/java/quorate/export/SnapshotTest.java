package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorate.export.Snapshot.Change;
import quorate.export.Snapshot.Matter;
import quorate.export.Snapshot.Statement;

/** What counts as a change between two analyses. */
class SnapshotTest {

    private static Statement finding(String id, String value) {
        return new Statement(Matter.FINDING, id, "", id, value);
    }

    private static Snapshot of(Statement... statements) {
        return new Snapshot(List.of(statements));
    }

    @Test
    void textIsReadBackAsItWas() {
        Snapshot snapshot = of(finding("a@b", "violated, high"), new Statement(Matter.FACT, "part x key", "part x", "X: key", "1"));
        assertEquals(Optional.of(snapshot), Snapshot.read(snapshot.text()));
        assertEquals(Optional.empty(), Snapshot.read("anything else"));
    }

    @Test
    void findingsAreToldWhenSomethingIsOrWasWrong() {
        Snapshot before = of(finding("mended", "violated, high"), finding("asked", "unknown"), finding("kept", "presumed, low"));
        Snapshot after = of(finding("mended", "holds"), finding("kept", "presumed, low"), finding("new", "holds"));
        assertEquals(List.of(new Change(Matter.FINDING, "mended", "violated, high", "holds")), after.since(before));
    }

    @Test
    void factsOfAPartThatCameAreNotToldOneByOne() {
        Statement part = new Statement(Matter.PART, "part service/x", "", "X", "service");
        Statement fact = new Statement(Matter.FACT, "part service/x replicas", "part service/x", "X: replicas", "2");
        assertEquals(List.of(new Change(Matter.PART, "X", "", "service")), of(part, fact).since(of()));
        assertEquals(List.of(new Change(Matter.FACT, "X: replicas", "2", "")), of(part).since(of(part, fact)));
        assertEquals(List.of(), of(part, fact).since(of(part, fact)));
    }

    @Test
    void analysisOfAnotherFormIsNotRead() {
        assertTrue(Snapshot.ofAnalysis("{\"schemaVersion\": 99}").isEmpty());
        assertTrue(Snapshot.ofAnalysis("[").isEmpty());
        assertTrue(Snapshot.ofAnalysis("{\"schemaVersion\": 1}").isPresent());
    }
}
