package quorate.importer.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Address;
import quorate.importer.Recognizer;
import quorate.importer.Recognizer.Recognized;
import quorate.importer.Written;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;

/** The stores and brokers whose addresses stand in settings that are meant for them. */
public final class Endpoints {

    private static final Pattern PARAMETER = Pattern.compile("[?&;](connectTimeout|socketTimeout)=([0-9]{1,9})");

    private final Calls calls;
    private final Recognizer recognizer;
    private final Values values;

    public Endpoints(Calls calls, Recognizer recognizer, Values values) {
        this.calls = calls;
        this.recognizer = recognizer;
        this.values = values;
    }

    /** The first host of an address that is not the machine itself; nothing where only the environment knows it. */
    public static Optional<Address> address(Written written) {
        return Address.in("host", written.text()).stream().filter(a -> !a.isLocal()).findFirst();
    }

    /**
     * The component at an address, known or new, by its id.
     *
     * @param setting that holds the address
     */
    public Optional<String> component(Endpoint endpoint, Written written, String setting) {
        return address(written).map(address -> component(endpoint, address, origin(written, setting, address)));
    }

    /** The link to the component at an address, with the bounds that a driver takes from the address. */
    public Optional<Facts.Builder> link(Endpoint endpoint, Written written, String setting) {
        return address(written).map(address -> {
            Origin origin = origin(written, setting, address);
            String id = component(endpoint, address, origin);
            Facts.Builder link = calls.to(id, endpoint.kind(), written.at(), origin.how());
            if (!address.scheme().isEmpty() && endpoint.kind() == Kind.STORE) {
                link.setIfUnknown(Keys.PROTOCOL, Fact.of(address.scheme(), origin));
            }
            parameters(written, address.scheme(), link);
            return link;
        });
    }

    private static Origin origin(Written written, String setting, Address address) {
        return Origin.detected(written.at(), setting + " names " + address.shown());
    }

    private String component(Endpoint endpoint, Address address, Origin origin) {
        Optional<Recognized> known = recognizer.scheme(address.scheme()).filter(r -> r.kind() == endpoint.kind());
        String technology = known.map(Recognized::technology).orElse(endpoint.technology());
        Facts.Builder facts = Facts.at(origin.at());
        if (!technology.isEmpty()) {
            facts.set(Keys.TECHNOLOGY, Fact.of(technology, origin));
        }
        endpoint.type().ifPresent(type -> facts.set(Keys.STORE_TYPE, Fact.of(type, origin)));
        return calls.component(address.host(), endpoint.kind(), facts.build());
    }

    /** Drivers take times as parameters of the address: that of PostgreSQL in seconds, the others in milliseconds. */
    private void parameters(Written address, String scheme, Facts.Builder link) {
        String unit = scheme.equals("postgresql") ? "s" : "ms";
        Matcher matcher = PARAMETER.matcher(address.text());
        while (matcher.find()) {
            boolean none = matcher.group(2).matches("0+"); // of all these drivers: no bound
            Key<Duration> key = matcher.group(1).equals("socketTimeout") ? Keys.TIMEOUT_READ : Keys.TIMEOUT_CONNECT;
            if (!none) {
                values.span(link, key, Optional.of(new Written(matcher.group(2), address.at())), unit);
            }
        }
    }
}
