package quorate.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.model.ValueType;
import quorate.source.Location;
import quorate.source.Node;

/** Values in the form in which YAML holds them on one line. */
final class YamlText {

    private static final ObjectMapper PLAIN = new ObjectMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    private static final ObjectMapper QUOTED = new ObjectMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .build());

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** Words that YAML 1.1 or 1.2 takes for something else than text. */
    private static final Set<String> RESERVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlText() {}

    @SuppressWarnings("unchecked")
    static <T> String value(ValueType<T> type, T value) {
        if (type instanceof ValueType.Several<?> several) {
            List<String> items = new ArrayList<>();
            ((List<Object>) value).forEach(item -> items.add(inFlow(value((ValueType<Object>) several.of(), item))));
            return "[" + String.join(", ", items) + "]";
        }
        if (type instanceof ValueType.Text || type instanceof ValueType.Reference || type instanceof ValueType.Choice) {
            return scalar(type.show(value));
        }
        return exact(type, value);
    }

    /** The text as a plain scalar where every reader of YAML takes it for text, else in double quotes. */
    static String scalar(String text) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        if (WORD.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        boolean likeNumber = "0123456789+-.".indexOf(text.charAt(0)) >= 0;
        boolean oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        String plain = oneLine && !likeNumber ? write(PLAIN, text) : "";
        return plain.equals(text) ? plain : write(QUOTED, text);
    }

    /** Inside brackets commas and brackets mean something, too. */
    private static String inFlow(String scalar) {
        boolean plain = !scalar.startsWith("\"") && scalar.chars().noneMatch(c -> ",[]{}:#?".indexOf(c) >= 0);
        return plain || scalar.startsWith("\"") ? scalar : write(QUOTED, scalar);
    }

    private static String write(ObjectMapper mapper, String text) {
        try {
            return mapper.writeValueAsString(text).replaceFirst("\\R\\z", "");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is shown, unless that is rounded: then in a form that reads back to the same value. */
    private static <T> String exact(ValueType<T> type, T value) {
        List<String> forms = new ArrayList<>(List.of(type.show(value)));
        if (value instanceof Duration span) {
            forms.add(plain(BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9))) + "s");
        } else if (type instanceof ValueType.Share) {
            forms.add(plain(BigDecimal.valueOf((Double) value).movePointRight(2)) + "%");
        } else if (type instanceof ValueType.Rate) {
            double rate = (Double) value;
            Map.of("min", 60, "h", 3600, "d", 86400).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(unit -> forms.add(plain(BigDecimal.valueOf(rate * unit.getValue()).round(new MathContext(6))) + "/" + unit.getKey()));
            forms.add(plain(BigDecimal.valueOf(rate)) + "/s");
        }
        return forms.stream().filter(form -> reads(type, form, value)).findFirst().orElse(forms.get(0));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static <T> boolean reads(ValueType<T> type, String form, T value) {
        Node node = new Node.Scalar(form, Node.Type.STRING, Location.of(""));
        return type.read(node).filter(value::equals).isPresent();
    }
}
