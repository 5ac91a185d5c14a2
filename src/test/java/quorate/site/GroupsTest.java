package quorate.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.testing.Models;

/** Groups of a large system: by what its reader knows where that is stated, else by who calls whom. */
class GroupsTest {

    private static String services(String facts, int count) {
        StringBuilder yaml = new StringBuilder("services:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  s").append(i).append(": {").append(facts.replace("#", "" + i % 4)).append("}\n");
        }
        return yaml.toString();
    }

    private static Groups groups(String yaml) {
        return Groups.of(Models.architecture("name: Large\n" + yaml));
    }

    @Test
    void ownersGoFirst() {
        Groups groups = groups(services("owner: team-#", 30));
        assertEquals("owner", groups.by());
        assertEquals(List.of("team-0", "team-1", "team-2", "team-3"), groups.all().stream().map(Groups.Group::title).toList());
    }

    @Test
    void placesAreUsedWhereOwnersAreNotStated() {
        String zones = "fault-domains:\n  z0: {kind: zone}\n  z1: {kind: zone}\n  z2: {kind: zone}\n  z3: {kind: zone}\n";
        Groups groups = groups(zones + services("placement: [z#]", 30));
        assertEquals("fault domain", groups.by());
        assertEquals(4, groups.all().size());
    }

    @Test
    void whoCallWhomAreTogetherWhereNothingElseIsStated() {
        StringBuilder links = new StringBuilder("links:\n");
        for (int i = 0; i < 40; i++) {
            int hub = i / 10 * 10;
            if (i != hub) {
                links.append("  - {from: s").append(hub).append(", to: s").append(i).append("}\n");
            }
        }
        Groups groups = groups(services("", 40) + links);
        assertEquals("closeness", groups.by());
        assertEquals(List.of("Around s0", "Around s10", "Around s20", "Around s30"), groups.all().stream().map(Groups.Group::title).toList());
        groups.all().forEach(group -> assertEquals(10, group.members().size(), group.title()));
        assertTrue(groups.of("s15").orElseThrow().title().equals("Around s10"));
    }

    @Test
    void whatIsLinkedWithNothingIsNotLost() {
        Groups groups = groups(services("", 30));
        assertEquals(30, groups.all().stream().mapToInt(group -> group.members().size()).sum());
    }
}
