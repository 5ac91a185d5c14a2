package quorate.importer.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Known;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/** What one application is connected with, collected from several settings: components that they name, and one link to each. */
final class Calls {

    private final String application;
    private final Known known;
    private final Map<String, Entity> named = new LinkedHashMap<>();
    private final Map<String, Facts.Builder> links = new LinkedHashMap<>();
    private final Map<String, Location> places = new LinkedHashMap<>();

    Calls(String application, Known known) {
        this.application = application;
        this.known = known;
    }

    /** The component of a name: one that is known, or a new one of that kind. */
    String component(String name, Kind kind, Facts facts) {
        Optional<String> there = known.component(name);
        String id = there.orElse(name);
        if (there.isEmpty() && !id.equals(application)) {
            named.putIfAbsent(id, new Entity(kind, id, facts, facts.at()));
        }
        return id;
    }

    /** The one of the callees whose name has the same letters, among those of this application, else among all that are known. */
    Optional<String> alike(String name) {
        String letters = Known.letters(name);
        return links.keySet().stream().filter(id -> Known.letters(id).equals(letters)).findFirst()
                .or(() -> known.alike(name))
                .filter(id -> !id.equals(application));
    }

    /** Facts of the link to a component, made when it is new. */
    Facts.Builder to(String component, Location at) {
        places.putIfAbsent(component, at);
        return links.computeIfAbsent(component, k -> Facts.at(at));
    }

    /** The link with the mode that follows from what is called. */
    Facts.Builder to(String component, Kind kind, Location at, String how) {
        Words.LinkMode mode = kind == Kind.CHANNEL ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
        return to(component, at).setIfUnknown(Keys.MODE, Fact.of(mode, Origin.detected(at, how)));
    }

    boolean has(String component) {
        return links.containsKey(component);
    }

    List<Entity> entities() {
        return List.copyOf(named.values());
    }

    List<Link> links() {
        List<Link> all = new ArrayList<>();
        links.forEach((to, facts) -> {
            if (!to.equals(application)) {
                all.add(new Link(Link.idOf(application, to), application, to, facts.build(), places.get(to)));
            }
        });
        return all;
    }
}
