package quorate.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers by name as a reader types them: a single one, several with commas between, or nothing. */
public record Inputs(Map<String, String> texts) {

    public Inputs {
        texts = Map.copyOf(texts);
    }

    public boolean has(String name) {
        return !texts.getOrDefault(name, "").isBlank();
    }

    /**
     * The numbers under that name, none when there is nothing.
     *
     * @throws NumberFormatException for what is no number
     */
    public List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        if (has(name)) {
            for (String part : texts.get(name).split(",", -1)) {
                numbers.add(Double.valueOf(part.strip()));
            }
        }
        return numbers;
    }

    double number(String name) {
        return numbers(name).get(0);
    }

    int count(String name) {
        return (int) number(name);
    }

    List<Integer> counts(String name) {
        return numbers(name).stream().map(Double::intValue).toList();
    }
}
