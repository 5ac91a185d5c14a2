package quorate.derive.recovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;

/**
 * A start of everything from nothing: the least fixpoint from all-down, where a component rises only when all that it needs in
 * order to start is up. Only links whose need is stated to be {@code startup} count.
 *
 * @param waves what rises together, in turn, each sorted by id
 * @param never what never rises, since it waits for itself through others, or for what does
 */
public record ColdStart(List<List<Entity>> waves, List<Entity> never) {

    public ColdStart {
        waves = waves.stream().map(List::copyOf).toList();
        never = List.copyOf(never);
    }

    public static ColdStart of(Architecture architecture) {
        Set<String> up = new LinkedHashSet<>();
        List<Entity> down = new ArrayList<>(architecture.components());
        List<List<Entity>> waves = new ArrayList<>();
        List<Entity> rising = rising(architecture, down, up);
        while (!rising.isEmpty()) {
            waves.add(rising);
            rising.forEach(component -> up.add(component.id()));
            down.removeAll(rising);
            rising = rising(architecture, down, up);
        }
        return new ColdStart(waves, down);
    }

    private static List<Entity> rising(Architecture architecture, List<Entity> down, Set<String> up) {
        return down.stream()
                .filter(component -> architecture.linksFrom(component.id()).stream().allMatch(link -> up.contains(link.to()) || !starts(link)))
                .toList();
    }

    private static boolean starts(Link link) {
        return link.get(Keys.NEED).is(Words.Need.STARTUP);
    }
}
