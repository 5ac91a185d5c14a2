package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Subject;
import quorate.site.page.PageLink;

/** Who is to be called when something fails: as it states itself, else what it touches, else the system. */
final class OnCall {

    private final List<Subject> order = new ArrayList<>();

    OnCall(ProjectScope scope, Subject failing) {
        order.add(failing);
        order.addAll(scope.touched(failing));
        order.add(scope.architecture().system());
    }

    /** Nothing when it is not stated. */
    Optional<String> owner() {
        return first(Keys.OWNER);
    }

    /** A number or an address leads to where it is reached; none when it is not stated. */
    PageLink escalation() {
        String to = first(Keys.ESCALATION).orElse("");
        boolean reachable = !to.isEmpty() && to.matches("(?i)(tel:[+0-9 ()-]+|mailto:[^\\s]+|https?://[^\\s]+)");
        return to.isEmpty() ? PageLink.NONE : new PageLink(to.replaceFirst("(?i)^(tel|mailto):", ""), reachable ? to : "");
    }

    private Optional<String> first(Key<String> key) {
        return order.stream().flatMap(s -> s.get(key).value().stream()).findFirst();
    }
}
