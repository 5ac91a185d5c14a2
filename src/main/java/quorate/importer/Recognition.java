package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Recognizer.Recognized;
import quorate.model.Fact;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.source.Location;

/**
 * Says what a unit is: by the program that it is told to run, by its image, or by two traces that agree. One trace alone, such
 * as a name, is not enough: a unit called {@code redis-exporter} or {@code orders-kafka} may be anything.
 */
final class Recognition {

    /** Programs by which one image plays several parts; an empty word is a client or a tool. */
    private static final Map<String, String> PROGRAMS = Map.ofEntries(
            Map.entry("etcd", "etcd"), Map.entry("mysqld", "mysql"), Map.entry("mongod", "mongodb"),
            Map.entry("redis-server", "redis"), Map.entry("valkey-server", "valkey"), Map.entry("haproxy", ""),
            Map.entry("redis-sentinel", ""), Map.entry("mongos", ""), Map.entry("redis-cli", ""), Map.entry("psql", ""),
            Map.entry("mysql", ""), Map.entry("mongosh", ""), Map.entry("mongo", ""), Map.entry("etcdctl", ""),
            Map.entry("kafka-topics", ""), Map.entry("kafka-topics.sh", ""), Map.entry("rabbitmqadmin", ""),
            Map.entry("pg_basebackup", ""), Map.entry("pg_dump", ""), Map.entry("mysqldump", ""), Map.entry("mc", ""));

    private final Recognizer recognizer;

    Recognition(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    Identity of(Unit unit) {
        Optional<Image> image = unit.image().map(written -> Image.of(written.text()));
        Location imageAt = unit.image().map(Written::at).orElse(unit.at());
        Optional<Recognized> byImage = image.flatMap(this::image);
        Optional<String> program = unit.program().filter(PROGRAMS::containsKey);
        if (program.isPresent()) {
            String product = PROGRAMS.get(program.get());
            String how = "runs " + program.get();
            return product.isEmpty()
                    ? tool(unit, program.get(), how)
                    : Trace.named(product)
                            .map(trace -> identity(trace, how, unit.command().get(0).at(), byImage.isPresent()))
                            .orElseGet(() -> Identity.ownCode(unit));
        }
        if (byImage.isPresent()) {
            return identity(byImage.get(), "image " + image.get().name(), imageAt, true);
        }
        return byTraces(unit, image, imageAt).orElseGet(() -> Identity.ownCode(unit));
    }

    private Identity tool(Unit unit, String program, String how) {
        Optional<Recognized> known = recognizer.image(program).filter(r -> r.kind() == Kind.SERVICE);
        return known.map(r -> identity(r, how, unit.command().get(0).at(), false)).orElseGet(() -> Identity.ownCode(unit));
    }

    private Optional<Recognized> image(Image image) {
        if (!image.isOpen()) {
            return recognizer.image(image.name());
        }
        // Only the registry or the namespace depends on a variable: what is left may still name the image.
        return Optional.empty();
    }

    private Optional<Identity> byTraces(Unit unit, Optional<Image> image, Location imageAt) {
        for (Trace trace : Trace.all()) {
            for (String key : trace.sure()) {
                Optional<Setting> found = unit.setting(key);
                if (found.isPresent()) {
                    return Optional.of(identity(trace, "sets " + found.get().name(), found.get().at(), false));
                }
            }
        }
        Optional<Trace> byBase = image.map(Image::base).flatMap(Trace::named);
        if (byBase.isPresent()) {
            return Optional.of(identity(byBase.get(), "image is called " + image.get().base(), imageAt, true));
        }
        return image.map(Image::base)
                .flatMap(Trace::headOf)
                .or(() -> Trace.headOf(unit.id()))
                .flatMap(trace -> agreeing(unit, trace, image, imageAt));
    }

    /** Two traces that agree, or a unit built here that carries exactly the product's name. */
    private Optional<Identity> agreeing(Unit unit, Trace trace, Optional<Image> image, Location imageAt) {
        List<String> seen = new ArrayList<>();
        image.map(Image::base).filter(base -> Trace.headOf(base).filter(trace::equals).isPresent())
                .ifPresent(base -> seen.add("image is called " + base));
        if (Trace.headOf(unit.id()).filter(trace::equals).isPresent()) {
            seen.add("named " + unit.id());
        }
        trace.own().stream().sorted().flatMap(key -> unit.setting(key).stream()).findFirst()
                .ifPresent(key -> seen.add("sets " + key.name()));
        if (trace.port() > 0 && unit.ports().contains(trace.port())) {
            seen.add("listens on " + trace.port());
        }
        boolean bareName = image.isEmpty() && Trace.named(unit.id()).isPresent();
        return seen.size() > 1 || bareName
                ? Optional.of(identity(trace, String.join(", ", seen), imageAt, true))
                : Optional.empty();
    }

    /** What a component is that clients address by a scheme, such as {@code mongodb}. */
    Optional<Identity> byScheme(String scheme, Location at, String how) {
        return recognizer.scheme(scheme).filter(r -> r.kind() != Kind.SERVICE).map(r -> identity(r, how, at, false));
    }

    /** What a component is that clients name by a product's variable. */
    Identity byTrace(Trace trace, String how, Location at) {
        return identity(trace, how, at, false);
    }

    private Identity identity(Trace trace, String how, Location at, boolean byImage) {
        Optional<Recognized> known = trace.words().stream().flatMap(word -> named(word).stream()).findFirst();
        return known.map(r -> identity(r, how, at, byImage))
                .orElseGet(() -> new Identity(
                        trace.kind(), Fact.unknown(at), trace.type(), how, trace.words().get(0), byImage));
    }

    private Optional<Recognized> named(String word) {
        return recognizer.image(word)
                .or(() -> recognizer.image("bitnami/" + word))
                .or(() -> recognizer.scheme(word))
                .filter(r -> r.kind() != Kind.SERVICE);
    }

    private static Identity identity(Recognized known, String how, Location at, boolean byImage) {
        Fact<String> technology = Fact.of(known.technology(), Origin.detected(at, how));
        return new Identity(known.kind(), technology, known.type(), how, known.technology(), byImage);
    }
}
