package quorate.model;

import java.util.List;
import java.util.Optional;

/**
 * A fact that would decide a question.
 *
 * @param subject whose fact it is
 * @param key what to state
 */
public record Missing(Subject subject, Key<?> key) implements Comparable<Missing> {

    /** The field as a person would look for it: {@code stores.orders-db.failover.mode}. */
    public String path() {
        String section = subject.kind().section();
        return (section.isEmpty() ? "" : section + "." + subject.id() + ".") + key.id();
    }

    /** The YAML to paste into architecture.yaml, with the vocabulary's example as value. */
    public String yaml() {
        return yaml(key.example());
    }

    /** The same with this value, in the form in which YAML holds it on one line. */
    String yaml(String value) {
        StringBuilder yaml = new StringBuilder();
        String indent = "";
        if (subject.kind() == Kind.LINK) {
            Link link = (Link) subject;
            boolean named = !link.id().equals(link.title());
            yaml.append("links:\n  - ").append(named ? "id: " + link.id() + "\n    " : "");
            yaml.append("from: ").append(link.from()).append("\n    to: ").append(link.to()).append('\n');
            indent = "    ";
        } else if (subject.kind() != Kind.SYSTEM) {
            yaml.append(subject.kind().section()).append(":\n  ").append(subject.id()).append(":\n");
            indent = "    ";
            about().ifPresent(list -> yaml.append("    about: [").append(String.join(", ", list)).append("]\n"));
        }
        for (int i = 0; i < key.path().size(); i++) {
            boolean last = i == key.path().size() - 1;
            yaml.append(indent).append(key.path().get(i)).append(':').append(last ? " " + value : "").append('\n');
            indent += "  ";
        }
        return yaml.toString();
    }

    /** What an item of readiness that is still to be written would be about. */
    private Optional<List<String>> about() {
        Fact<List<String>> about = subject.get(Keys.ABOUT);
        return about.origin().provenance() == Provenance.UNKNOWN ? about.value() : Optional.empty();
    }

    /** By path; the paths themselves are only written out where their parts do not decide. */
    @Override
    public int compareTo(Missing other) {
        String section = subject.kind().section();
        String others = other.subject.kind().section();
        int byPart = 0;
        if (!section.isEmpty() && !others.isEmpty()) {
            byPart = dotted(section, others);
            byPart = byPart != 0 ? byPart : dotted(subject.id(), other.subject.id());
        }
        if (byPart != 0) {
            return byPart;
        }
        if (subject.kind() == other.subject.kind() && subject.id().equals(other.subject.id())) {
            return key.id().compareTo(other.key.id());
        }
        int byPath = path().compareTo(other.path());
        return byPath != 0 ? byPath : key.id().compareTo(other.key.id());
    }

    /** Orders {@code one.} and {@code other.}; zero where what follows has to decide. */
    private static int dotted(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return one.charAt(i) - other.charAt(i);
            }
        }
        if (one.length() == other.length()) {
            return 0;
        }
        return one.length() < other.length() ? '.' - other.charAt(common) : one.charAt(common) - '.';
    }
}
