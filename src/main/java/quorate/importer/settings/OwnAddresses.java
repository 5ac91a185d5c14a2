package quorate.importer.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import quorate.importer.Address;
import quorate.importer.Known;
import quorate.importer.Written;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.source.Problems;

/** Addresses in settings that an application made for itself: of a component that is known, or of the public internet. */
public final class OwnAddresses {

    private static final Pattern FOR_READERS = Pattern.compile(
            "(?i).*(cors|origin|redirect|licen[sc]e|contact|docs?|homepage|allowed|topic|queue).*");

    private final Calls calls;
    private final Known known;
    private final Problems problems;

    public OwnAddresses(Calls calls, Known known, Problems problems) {
        this.calls = calls;
        this.known = known;
        this.problems = problems;
    }

    /** @param others whether a setting, by its whole name in lower case, is not the application's own */
    public void read(Config config, Predicate<String> others) {
        config.each((name, written) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!FOR_READERS.matcher(lower).matches() && !others.test(lower)) {
                Address.in(lastName(name), written.text()).stream().filter(a -> !a.isLocal())
                        .forEach(a -> address(name, written, a));
            }
        });
    }

    /** Items of a list have numbers; what they are stands before. */
    private static String lastName(String name) {
        String plain = name.replaceAll("(\\.[0-9]+)+$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private void address(String name, Written written, Address address) {
        Optional<String> there = known.component(address.host());
        boolean outside = address.isPublic() && address.scheme().startsWith("http");
        if (there.isPresent() || outside && address.sure()) {
            Kind kind = there.flatMap(known::kind).orElse(Kind.EXTERNAL);
            String id = calls.component(address.host(), kind, Facts.none(written.at()));
            calls.to(id, kind, written.at(), name + " names " + address.shown());
        } else if (address.sure() && !address.isPublic()) {
            problems.warning(
                    written.at(),
                    name + " names the host " + address.shown() + ", which no file here defines",
                    "If it is part of the system, add its file to imports or state it in architecture.yaml.");
        }
    }
}
