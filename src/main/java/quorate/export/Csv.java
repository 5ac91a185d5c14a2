package quorate.export;

import java.util.List;

/**
 * Comma-separated values by RFC 4180, lines ended by CRLF as it says. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe.
 */
public final class Csv {

    private Csv() {}

    /** @param rows the heads first */
    public static String of(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : rows) {
            csv.append(String.join(",", row.stream().map(Csv::cell).toList())).append("\r\n");
        }
        return csv.toString();
    }

    /** OWASP, CSV Injection: a leading sign of a formula is taken out of effect, also behind white space. */
    private static String cell(String value) {
        String safe = Plain.line(value);
        if (!safe.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        boolean quote = safe.contains(",") || safe.contains("\"");
        return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
