package quorate.importer.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.importer.Address;
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
public final class Calls {

    private final String application;
    private final Known known;
    private final Map<String, Entity> named = new LinkedHashMap<>();
    private final Map<String, Call> links = new LinkedHashMap<>();
    private final Map<String, String> byLetters = new HashMap<>();

    /** A link that is being collected. */
    private record Call(String id, String to, Location at, Facts.Builder facts) {}

    private static final Pattern CLIENT = Pattern.compile(
            "(?i)[-_]?(rest-?client|client|api|feign|feignclient|circuit-?breaker|cb|retry|breaker)$");

    public Calls(String application, Known known) {
        this.application = application;
        this.known = known;
    }

    /** The component of a name: one that is known, or a new one of that kind. */
    public String component(String name, Kind kind, Facts facts) {
        Optional<String> there = known.component(name);
        String id = there.orElse(name);
        if (there.isEmpty() && !id.equals(application)) {
            named.putIfAbsent(id, new Entity(kind, id, facts, facts.at()));
        }
        return id;
    }

    /** The channel of a name, with what is said of it; under another name where something else is called so. */
    public String channel(String name, Facts facts) {
        boolean taken = name.equals(application) || known.kind(name).filter(kind -> kind != Kind.CHANNEL).isPresent()
                || named.containsKey(name) && named.get(name).kind() != Kind.CHANNEL;
        String id = taken ? name + "-messages" : known.component(name).orElse(name);
        named.merge(id, new Entity(Kind.CHANNEL, id, facts, facts.at()), (first, second) ->
                first.with(first.facts().builder().addUnknown(second.facts()).build()));
        return id;
    }

    /** The one of the callees whose name has the same letters, among those of this application, else among all that are known. */
    public Optional<String> alike(String name) {
        return Optional.ofNullable(byLetters.get(Known.letters(name)))
                .or(() -> known.alike(name))
                .filter(id -> !id.equals(application));
    }

    /** The same for the name of a client, which may say behind the name of what it calls that it is one. */
    public Optional<String> callee(String client) {
        return alike(client).or(() -> alike(CLIENT.matcher(client).replaceAll("")));
    }

    /** Facts of the link to a component, made when it is new. */
    public Facts.Builder to(String component, Location at) {
        byLetters.putIfAbsent(Known.letters(component), component);
        return links.computeIfAbsent(component, k -> call(Link.idOf(application, component), component, at)).facts();
    }

    private static Call call(String id, String to, Location at) {
        return new Call(id, to, at, Facts.at(at));
    }

    /**
     * The link by which messages are sent to a channel, or taken from it. An application that does both has two.
     *
     * @param origin of the purpose
     */
    public Facts.Builder message(String channel, Words.Purpose purpose, Origin origin, String how) {
        Call first = links.get(channel);
        boolean other = first != null && first.facts().build().get(Keys.LINK_PURPOSE).is(p -> p != purpose);
        Facts.Builder link = other
                ? links.computeIfAbsent(purpose + " " + channel, k -> call(
                        application + (purpose == Words.Purpose.CONSUME ? "-consumes-" : "-publishes-") + channel, channel,
                        origin.at())).facts()
                : to(channel, origin.at());
        return link.setIfUnknown(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, Origin.detected(origin.at(), how)))
                .set(Keys.LINK_PURPOSE, Fact.of(purpose, origin));
    }

    /** The link with the mode that follows from what is called. */
    public Facts.Builder to(String component, Kind kind, Location at, String how) {
        Words.LinkMode mode = kind == Kind.CHANNEL ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
        return to(component, at).setIfUnknown(Keys.MODE, Fact.of(mode, Origin.detected(at, how)));
    }

    /** The link to what answers at an address of the web, in the system or outside. */
    public Facts.Builder web(Address address, Location at, String how) {
        Kind kind = address.isPublic() && Set.of("", "http", "https").contains(address.scheme()) ? Kind.EXTERNAL : Kind.SERVICE;
        Facts.Builder link = to(component(address.host(), kind, Facts.none(at)), kind, at, how);
        return List.of("http", "https").contains(address.scheme())
                ? link.setIfUnknown(Keys.PROTOCOL, Fact.of(address.scheme(), Origin.detected(at, how)))
                : link;
    }

    public List<Entity> entities() {
        return List.copyOf(named.values());
    }

    public List<Link> links() {
        List<Link> all = new ArrayList<>();
        links.values().forEach(call -> {
            if (!call.to().equals(application)) {
                all.add(new Link(call.id(), application, call.to(), call.facts().build(), call.at()));
            }
        });
        return all;
    }
}
