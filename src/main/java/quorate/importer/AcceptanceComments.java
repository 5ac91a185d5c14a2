package quorate.importer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.source.Comment;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Acceptances that stand as comments beside what they are about, in any YAML file that is read:
 *
 * <pre>
 * # quorate:accept timeout-missing until 2027-03-31 by team-orders: the answer is cached for a day
 * </pre>
 *
 * {@code until} and {@code by} may be left out or change places; rule and reason may not.
 */
final class AcceptanceComments {

    private static final String MARK = "quorate:accept";
    private static final Pattern WHOLE = Pattern.compile(MARK + "\\s+([a-z][a-z0-9-]*)((?:\\s[^:]*)?):\\s*(\\S.*)");
    private static final Pattern UNTIL = Pattern.compile("\\suntil\\s+(\\S+)");
    private static final Pattern BY = Pattern.compile("\\sby\\s+(\\S.*)");
    private static final String FORM =
            "Write: # " + MARK + " <rule> until <day> by <owner>: <reason>. 'until' and 'by' may be left out.";

    private AcceptanceComments() {}

    static List<Entity> read(SourceFile file, Limits limits, Problems problems) {
        List<Entity> accepted = new ArrayList<>();
        boolean yaml = List.of("yaml", "yml").contains(file.extension());
        if (!yaml || !file.text().contains(MARK)) {
            return accepted; // comments are read apart, which files without any need not pay for
        }
        for (Comment comment : Yaml.comments(file, limits)) {
            if (comment.text().startsWith(MARK)) {
                one(comment, accepted, problems);
            }
        }
        return accepted;
    }

    private static void one(Comment comment, List<Entity> accepted, Problems problems) {
        Matcher whole = WHOLE.matcher(comment.text());
        if (!whole.matches()) {
            problems.error(comment.at(), "a comment accepts a finding, but lacks the rule or the reason", FORM);
            return;
        }
        Origin origin = Origin.declared(comment.at());
        String line = new Location(comment.at().file(), comment.line(), 1).brief();
        Facts.Builder facts = Facts.at(comment.at())
                .set(Keys.ACCEPTED_RULE, Fact.of(whole.group(1), origin))
                .set(Keys.ACCEPTED_LINE, Fact.of(line, origin))
                .set(Keys.REASON, Fact.of(whole.group(3).strip(), origin));
        String rest = whole.group(2);
        Matcher until = UNTIL.matcher(rest);
        if (until.find()) {
            try {
                facts.set(Keys.EXPIRES, Fact.of(LocalDate.parse(until.group(1)), origin));
            } catch (DateTimeParseException e) {
                problems.error(comment.at(), "'" + until.group(1) + "' is no day of the calendar", FORM);
                return;
            }
            rest = rest.substring(0, until.start()) + rest.substring(until.end());
        }
        Matcher by = BY.matcher(rest);
        if (by.matches()) {
            facts.set(Keys.OWNER, Fact.of(by.group(1).strip(), origin));
        } else if (!rest.isBlank()) {
            problems.error(comment.at(), "'" + rest.strip() + "' is neither a day nor an owner", FORM);
            return;
        }
        accepted.add(new Entity(Kind.ACCEPTANCE, whole.group(1) + "@" + line, facts.build(), comment.at()));
    }
}
