package quorate.site.page;

import java.util.List;

/**
 * A formula with a form to try values, and results that were computed when the site was built.
 *
 * @param page the page of its own
 * @param worked inputs and results, for readers without scripts
 */
public record CalculatorView(
        String id,
        PageLink page,
        String question,
        List<String> statement,
        List<Input> inputs,
        List<Output> outputs,
        String note,
        Table worked,
        List<Source> sources) {
    public CalculatorView {
        statement = List.copyOf(statement);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        sources = List.copyOf(sources);
    }

    /** A field; least, most and preset as text. */
    public record Input(
            String name, String label, String unit, String least, String most, String preset, boolean whole, boolean many,
            boolean optional) {}

    /** A result and how many digits of it are shown. */
    public record Output(String name, String label, String unit, int digits) {}
}
