package quorate.catalog.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import quorate.catalog.Catalog;
import quorate.catalog.Entry;
import quorate.catalog.Trace;

/** A trace is what stands in a file, letter by letter, not a description of it. */
final class TraceCheck {

    /** How traces of a kind are written; what they are in words. */
    private record Form(Pattern pattern, String words) {
        Form(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }
    }

    private static final Form FIELD = new Form(
            "[A-Za-z][\\w.-]*/v\\d\\w*( [A-Z]\\w+)?|[A-Z]\\w+|[\\w./\\[\\]*-]+(: ?[\\w./-]+)?",
            "a resource kind, with its version where wanted, or a field with dots, as 'spec.minReplicas: 1'");
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("image", new Form("[a-z0-9][a-z0-9._/-]*(:[\\w.-]+)?", "an image, as 'bitnami/etcd'")),
            Map.entry("maven", new Form("[\\w.-]+:[\\w.*-]+", "group and artifact, as 'io.etcd:jetcd-core'")),
            Map.entry("npm", new Form("(@[a-z0-9._-]+/)?[a-z0-9._*-]+", "a package, as '@opentelemetry/api'")),
            Map.entry("go", new Form("[a-z0-9-]+(\\.[a-z0-9-]+)+(/[\\w.~-]+)*", "a module, as 'go.etcd.io/raft/v3'")),
            Map.entry("pypi", new Form("[A-Za-z0-9][\\w.-]*", "a package, as 'pysyncobj'")),
            Map.entry("nuget", new Form("[A-Za-z0-9][\\w.*-]*", "a package, as 'Polly'")),
            Map.entry("cargo", new Form("[a-z0-9][\\w-]*", "a crate, as 'openraft'")),
            Map.entry("key", new Form("\\S+|[\\w.-]+ = \\S+|[\\w.:-]+( [\\w.{}-]+){1,2}",
                    "a configuration key, with its value where wanted, as 'acks=1'")),
            Map.entry("annotation", new Form("@?[\\w.]+(\\(\\S*( = \\S+)?\\))?|[\\w.-]+/[\\w./-]+",
                    "an annotation, as '@Transactional'")),
            Map.entry("class", new Form("[\\w.$:]+(\\(\\))?", "a class or method, as 'LinkedBlockingQueue'")),
            Map.entry("header", new Form("[A-Za-z0-9.-]+(: ?\\S+)?", "a header, with its value where wanted, as 'traceparent'")),
            Map.entry("k8s", FIELD),
            Map.entry("istio", FIELD),
            Map.entry("envoy", FIELD),
            Map.entry("dapr", FIELD),
            Map.entry("port", new Form("[0-9]{1,5}", "a port number")),
            Map.entry("table", new Form("[\\w.*]+", "the name of a table, as 'outbox'")),
            Map.entry("command", new Form("[\\w./-]+( [\\w./-]+){0,3}", "the beginning of a command, as 'nodetool repair'")));
    /** Words of sentences about files, which no file holds. */
    private static final Pattern TELLING =
            Pattern.compile("(?i)(^| )(without|with|that|same|only|many|two|several|method|routed|circle|path|and|or|of|the"
                    + "|a|an|in)( |$)");

    private final Catalog catalog;
    private final Report report;

    TraceCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        catalog.patterns().values().forEach(e -> traces(e, e.detection()));
        catalog.antiPatterns().values().forEach(e -> traces(e, e.detection()));
        catalog.technologies().values().forEach(e -> traces(e, e.detection()));
    }

    private void traces(Entry entry, List<Trace> traces) {
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            Form form = FORMS.get(trace.kind());
            if (!form.pattern().matcher(trace.value()).matches() || TELLING.matcher(trace.value()).find()) {
                report.error(entry, "'" + trace.value() + "' is no trace of the kind " + trace.kind(),
                        "Expected is " + form.words() + "; what must be described belongs into the text.",
                        "detection", i, "value");
            }
        }
    }
}
