package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/**
 * A formula as a reader sees it; {@link quorate.formula.Computations} computes it under the same id.
 *
 * @param question that it answers
 * @param statement the formula as text, a line for each result
 * @param note what to keep in mind, or empty
 * @param pages where it belongs besides the patterns that name it at a parameter: {@code rule:retry-unbounded}, {@code consistency}
 */
public record FormulaText(
        String id,
        Location at,
        String name,
        String question,
        List<String> statement,
        List<Input> inputs,
        List<Output> outputs,
        String note,
        List<String> pages,
        List<Reference> references) {

    public FormulaText {
        statement = Absent.list(statement);
        inputs = Absent.list(inputs);
        outputs = Absent.list(outputs);
        note = Absent.text(note);
        pages = Absent.list(pages);
        references = Absent.list(references);
    }

    /**
     * A number that is put in.
     *
     * @param unit empty for a count
     * @param preset what a form holds at first; empty for nothing
     * @param whole whether it has no fraction
     * @param many whether it may be several, with commas between
     * @param optional whether it may be left out
     */
    public record Input(
            String name, String label, String unit, double min, double max, String preset, boolean whole, boolean many,
            boolean optional) {
        public Input {
            unit = Absent.text(unit);
            preset = Absent.text(preset);
        }
    }

    /**
     * A number that comes out.
     *
     * @param digits significant digits that are shown
     */
    public record Output(String name, String label, String unit, int digits) {
        public Output {
            unit = Absent.text(unit);
            digits = digits == 0 ? 6 : digits;
        }
    }
}
