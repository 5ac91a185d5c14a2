package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;

/** Beginnings of TLA+ modules with the constants of the architecture filled in; the actions are left to the author. */
final class TlaSkeleton {

    private TlaSkeleton() {}

    static String consensus(Entity store) {
        int voters = store.get(Keys.VOTERS).or(3);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= Math.min(voters, 9); i++) {
            names.add("n" + i);
        }
        return "---- MODULE " + module(store.id()) + " ----\n"
                + "EXTENDS Naturals, FiniteSets, Sequences\n"
                + "\\* Voters as stated; model values {" + String.join(", ", names) + "}\n"
                + "CONSTANT Voters\n"
                + "Majority == {Q \\in SUBSET Voters : Cardinality(Q) * 2 > Cardinality(Voters)}\n"
                + "VARIABLES term, leader, log, committed\n\n"
                + "\\* Safety: at most one leader in a term.\n"
                + "OneLeader == \\A a, b \\in Voters : leader[a] = term[a] /\\ leader[b] = term[a] => a = b\n"
                + "\\* Safety: what is committed stays.\n"
                + "Durable == [][\\A i \\in 1..Len(committed) : committed'[i] = committed[i]]_committed\n"
                + "====\n";
    }

    static String saga(Entity transaction, List<Facts> steps) {
        StringBuilder text = new StringBuilder("---- MODULE " + module(transaction.id()) + " ----\nEXTENDS Naturals, Sequences\n");
        text.append("\\* Steps as stated: ");
        for (Facts step : steps) {
            text.append("\n\\*   ").append(comment(step.get(Keys.STEP_SERVICE).or("?"))).append(": ")
                    .append(comment(step.get(Keys.ACTION).or("not stated"))).append("; undone by: ")
                    .append(comment(step.get(Keys.COMPENSATION).or("not stated"))).append(step.get(Keys.PIVOT).is(true) ? " (pivot)" : "");
        }
        return text.append("\nSteps == 1..").append(steps.size()).append("\nVARIABLE done, undone\n\n")
                .append("\\* Safety at the end: all steps done, or each done step undone.\n")
                .append("Outcome == done = Steps \\/ done \\subseteq undone\n")
                .append("\\* Liveness: every run ends.\nEnds == <>[]Outcome\n====\n")
                .toString();
    }

    private static String module(String id) {
        String name = id.replaceAll("[^A-Za-z0-9]", "_");
        return Character.isLetter(name.charAt(0)) ? name : "M_" + name;
    }

    private static String comment(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
