package quorate.derive.failure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import quorate.derive.call.LinkWait;
import quorate.derive.call.Wait;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;

/** What the links of an architecture hand on; journeys that need a link alike share it. Safe for several threads. */
final class Passages {

    private final Map<String, Wait> waits = new HashMap<>();
    private final Map<Alike, Passage> known = new ConcurrentHashMap<>();

    /** Of links whose need is the one that they state themselves, by whether callers are held up at best and at worst. */
    private final Map<String, Passage[]> asStated = new ConcurrentHashMap<>();

    /** All that a passage depends on beside the link's own facts. */
    private record Alike(String link, Optional<Words.Need> need, boolean none, boolean hangsAtBest, boolean hangsAtWorst) {}

    Passages(Architecture architecture) {
        architecture.links().forEach(link -> waits.put(link.id(), LinkWait.longest(link)));
    }

    /** How long is waited over each link, by its id. */
    Map<String, Wait> waits() {
        return waits;
    }

    /** @param refused what the use does to its caller when it is refused; {@code silent}: when it is left waiting */
    Passage of(Effectiveness refused, Effectiveness silent) {
        Link link = refused.use().link();
        if (refused.use().need() == link.get(Keys.NEED)) {
            Passage[] own = asStated.computeIfAbsent(link.id(), id -> new Passage[4]);
            int index = (silent.hangs(true) ? 1 : 0) + (silent.hangs(false) ? 2 : 0);
            if (own[index] == null) {
                own[index] = new Passage(refused, silent, link.get(Keys.MODE).is(Words.LinkMode.ASYNC));
            }
            return own[index];
        }
        Alike key = new Alike(
                link.id(), refused.use().need().value(), refused.use().need().statedNone(), silent.hangs(true), silent.hangs(false));
        Passage passage = known.get(key);
        if (passage == null) {
            passage = new Passage(refused, silent, link.get(Keys.MODE).is(Words.LinkMode.ASYNC));
            known.put(key, passage);
        }
        return passage;
    }
}
