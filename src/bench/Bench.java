import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Makes projects and measures the launcher on them; see run.sh. */
public final class Bench {

    private static final Path BENCH = Path.of("target/bench");
    private static final Path CACHE = BENCH.resolve("cache");
    private static final long SEED = 20260101;

    private final int projects;
    private final int runs;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String what, double median, double least, double most) {}

    /** Something done before each run that is not measured. */
    private interface Preparation {
        void run() throws IOException;
    }

    private Bench(int projects, int runs) {
        this.projects = projects;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        new Bench(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).all();
    }

    private void all() throws Exception {
        delete(BENCH);
        Files.createDirectories(BENCH);
        Path one = BENCH.resolve("one");
        Path many = BENCH.resolve("many");
        generate(one, 1);
        generate(many, projects);
        Path own = Path.of("site");
        Path out = BENCH.resolve("out");
        run(build(one, out)); // makes the archive of classes

        measure("version", () -> {}, "version");
        cold("one project, cold", one, out);
        again("one project, nothing changed", one, out);
        cold("our own site, cold", own, out);
        again("our own site, nothing changed", own, out);
        int full = Math.max(1, projects / 5);
        Path some = BENCH.resolve("some");
        generate(some, full);
        cold(full + " projects in full, cold", some, out, "--detail", "full");
        weigh(out);
        cold(projects + " projects, cold", many, out);
        weigh(out);
        measure(
                projects + " projects, layouts kept",
                () -> {
                    delete(out);
                    delete(CACHE.resolve("parts"));
                },
                build(many, out));
        measure(projects + " projects, all kept, no output", () -> delete(out), build(many, out));
        again(projects + " projects, nothing changed", many, out);
        Path edited = many.resolve("projects/p00000/architecture.yaml");
        String text = Files.readString(edited);
        int[] edit = {0};
        measure(
                projects + " projects, one changed",
                () -> Files.writeString(edited, text.replaceFirst("(?m)^name: .*$", "name: Edited " + edit[0]++)),
                build(many, out));
        large("text", 200, 600);
        large("json", 200, 600);
        large("text", 2_000, 6_500);
        large("json", 2_000, 6_500);
        large("text", 18_500, 60_000);
        print();
    }

    /** One system in one file, from the start to the last byte of its findings, or of the whole analysis. */
    private void large(String format, int services, int links) throws Exception {
        Path project = BENCH.resolve("large-" + services);
        LargeSystem.write(project, services, links);
        Path output = BENCH.resolve("large." + format);
        measure(
                String.format(Locale.ROOT, "%s, %,d services, %,d links", format, services, links),
                () -> {},
                "check", project.toString(), "--format", format, "--output", output.toString(), "--fail-on", "none");
    }

    private void cold(String what, Path site, Path out, String... options) throws Exception {
        measure(
                what,
                () -> {
                    delete(out);
                    delete(CACHE);
                },
                Stream.concat(Stream.of(build(site, out)), Stream.of(options)).toArray(String[]::new));
    }

    private static void weigh(Path out) throws IOException {
        long[] bytes = {0, 0};
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                bytes[0]++;
                bytes[1] += Files.size(file);
            }
        }
        System.err.printf(Locale.ROOT, "%,d files, %,d bytes%n", bytes[0], bytes[1]);
    }

    private void again(String what, Path site, Path out) throws Exception {
        run(build(site, out));
        measure(what, () -> {}, build(site, out));
    }

    private void measure(String what, Preparation before, String... arguments) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            before.run();
            long start = System.nanoTime();
            run(arguments);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        seconds.sort(Comparator.naturalOrder());
        rows.add(new Row(what, seconds.get(runs / 2), seconds.get(0), seconds.get(runs - 1)));
        System.err.printf(Locale.ROOT, "%-36s %8.2f s%n", what, rows.get(rows.size() - 1).median());
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./quorate"));
        command.addAll(List.of(arguments));
        Path log = BENCH.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }

    private void print() {
        double version = rows.get(0).median();
        System.out.printf(Locale.ROOT, "| %-36s | %8s | %17s | %9s |%n", "what", "median s", "least to most", "x version");
        System.out.println("|" + "-".repeat(38) + "|---------:|------------------:|----------:|");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "| %-36s | %8.2f | %7.2f to %6.2f | %9.1f |%n",
                    row.what(), row.median(), row.least(), row.most(), row.median() / version);
        }
    }

    private static String[] build(Path site, Path out) {
        return new String[] {"build", site.toString(), "-o", out.toString(), "--cache", CACHE.toString()};
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static void generate(Path site, int count) throws IOException {
        Files.createDirectories(site.resolve("projects"));
        Files.writeString(site.resolve("site.yaml"), "title: Bench\ndescription: Made to be measured.\n");
        for (int i = 0; i < count; i++) {
            Path project = site.resolve(String.format(Locale.ROOT, "projects/p%05d", i));
            Files.createDirectories(project);
            Files.writeString(project.resolve("architecture.yaml"), architecture(i, new Random(SEED + i)));
        }
    }

    private static final List<String> STORES = List.of("postgresql", "redis", "cassandra", "mongodb", "etcd");

    private static String architecture(int number, Random random) {
        int components = 8 + random.nextInt(13);
        int stores = 2 + random.nextInt(3);
        int services = components - stores - 1;
        StringBuilder yaml = new StringBuilder();
        yaml.append("name: Project ").append(number).append("\npurpose: Measured, never run.\nrto: 30m\nrpo: 5m\n");
        yaml.append("fault-domains:\n  region:\n    kind: region\n");
        for (char zone = 'a'; zone <= 'c'; zone++) {
            yaml.append("  zone-").append(zone).append(":\n    kind: zone\n    in: region\n");
        }
        yaml.append("services:\n");
        for (int i = 0; i < services; i++) {
            yaml.append("  service-").append(i).append(":\n    type: ").append(i == 0 ? "gateway" : "service");
            yaml.append("\n    replicas: ").append(1 + random.nextInt(4)).append("\n    placement: ").append(zones(random)).append('\n');
        }
        yaml.append("stores:\n");
        for (int i = 0; i < stores; i++) {
            yaml.append("  store-").append(i).append(":\n    type: database\n    technology: ");
            yaml.append(STORES.get(random.nextInt(STORES.size())));
            yaml.append("\n    replicas: ").append(1 + random.nextInt(3)).append("\n    placement: ").append(zones(random)).append('\n');
        }
        yaml.append("externals:\n  payments:\n    sla: 99.9%\nlinks:\n");
        List<String> checkout = new ArrayList<>();
        for (int i = 1; i < services; i++) {
            int from = random.nextInt(i);
            link(yaml, "service-" + from, "service-" + i, random);
            if (from == 0) {
                checkout.add("service-0 -> service-" + i);
            }
        }
        for (int i = 0; i < stores; i++) {
            link(yaml, "service-" + (services - 1 - i % services), "store-" + i, random);
        }
        link(yaml, "service-" + (services - 1), "payments", random);
        yaml.append("data:\n  orders:\n    stores: [store-0]\n    consistency: linearizable\n    on-partition: refuse\n");
        yaml.append("journeys:\n  checkout:\n    entry: service-0\n    uses:\n");
        checkout.forEach(link -> yaml.append("      - link: ").append(link).append("\n        need: hard\n"));
        return yaml.toString();
    }

    private static void link(StringBuilder yaml, String from, String to, Random random) {
        yaml.append("  - from: ").append(from).append("\n    to: ").append(to);
        yaml.append("\n    mode: sync\n    need: ").append(random.nextInt(4) == 0 ? "soft" : "hard");
        if (random.nextBoolean()) {
            yaml.append("\n    timeout:\n      total: ").append(1 + random.nextInt(5)).append('s');
        }
        yaml.append('\n');
    }

    private static String zones(Random random) {
        List<String> zones = List.of("[zone-a]", "[zone-a, zone-b]", "[zone-a, zone-b, zone-c]", "[zone-b, zone-c]");
        return zones.get(random.nextInt(zones.size()));
    }
}
