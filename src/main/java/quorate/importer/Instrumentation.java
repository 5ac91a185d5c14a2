package quorate.importer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import quorate.model.Fact;
import quorate.model.Origin;
import quorate.source.Location;

/**
 * Whether the environment of a unit switches a tracing library on, which passes the trace context on as well. The address of a
 * collector of metrics alone says nothing. A library that only sends no spans may still pass the context on: that leaves it open.
 */
public final class Instrumentation {

    private static final Set<String> ON_BY_ADDRESS = Set.of(
            "otel_exporter_otlp_endpoint", "otel_exporter_otlp_traces_endpoint", "quarkus_otel_exporter_otlp_endpoint",
            "quarkus_otel_exporter_otlp_traces_endpoint", "quarkus_opentelemetry_tracer_exporter_otlp_endpoint",
            "quarkus_jaeger_endpoint", "jaeger_agent_host", "jaeger_endpoint", "dd_trace_agent_url",
            "spring_zipkin_base_url", "management_zipkin_tracing_endpoint", "management_otlp_tracing_endpoint");
    /** Of libraries whose switch covers passing the context on. */
    private static final Set<String> SWITCHES =
            Set.of("spring_sleuth_enabled", "management_tracing_enabled", "dd_trace_enabled", "quarkus_otel_enabled",
                    "quarkus_opentelemetry_enabled");
    private static final Set<String> MUTED_IF_TRUE = Set.of("otel_sdk_disabled", "jaeger_disabled", "quarkus_otel_sdk_disabled");
    /** The same as options of a Java command. */
    private static final Pattern OPTION_OFF =
            Pattern.compile("(?:^|\\s)-D(?:spring\\.sleuth|management\\.tracing)\\.enabled=false(?:\\s|$)");
    private static final Pattern OPTION_MUTED =
            Pattern.compile("(?:^|\\s)-D(?:spring\\.zipkin\\.enabled=false|otel\\.sdk\\.disabled=true)(?:\\s|$)");
    private static final Pattern AGENT = Pattern.compile("-javaagent:\\S*(?:opentelemetry|dd-java-agent|elastic-apm)\\S*");

    private Instrumentation() {}

    static Fact<Boolean> of(Unit unit) {
        return of(unit.settings(), unit.at());
    }

    /**
     * False when it is switched off, true when it is switched on and nothing mutes it; unknown when neither is said.
     *
     * @param at where it could be said
     */
    public static Fact<Boolean> of(List<Setting> settings, Location at) {
        Optional<Setting> off = first(settings, Instrumentation::isOff);
        boolean muted = first(settings, Instrumentation::isMuted).isPresent();
        Optional<Setting> on = first(settings, Instrumentation::isOn).filter(setting -> !muted);
        return off.or(() -> on)
                .map(setting -> Fact.of(off.isEmpty(), Origin.detected(setting.at(), "sets " + setting.name())))
                .orElseGet(() -> Fact.unknown(at));
    }

    private static Optional<Setting> first(List<Setting> settings, Predicate<Setting> test) {
        return settings.stream().filter(test).findFirst();
    }

    private static boolean isOff(Setting setting) {
        return SWITCHES.contains(plain(setting)) && is(setting, "false") || OPTION_OFF.matcher(setting.value()).find();
    }

    private static boolean isMuted(Setting setting) {
        String name = plain(setting);
        return MUTED_IF_TRUE.contains(name) && is(setting, "true")
                || name.equals("otel_traces_exporter") && is(setting, "none")
                || name.equals("spring_zipkin_enabled") && is(setting, "false")
                || OPTION_MUTED.matcher(setting.value()).find();
    }

    private static boolean isOn(Setting setting) {
        String name = plain(setting);
        return ON_BY_ADDRESS.contains(name) && !setting.value().isBlank()
                || SWITCHES.contains(name) && is(setting, "true")
                || AGENT.matcher(setting.value()).find();
    }

    private static boolean is(Setting setting, String word) {
        return setting.value().strip().equalsIgnoreCase(word);
    }

    private static String plain(Setting setting) {
        return setting.lowerName().replaceAll("[.-]", "_");
    }
}
