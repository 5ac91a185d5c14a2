package quorate.model;

import quorate.source.Location;

/**
 * One directed dependency.
 *
 * @param id as declared, else {@code from -> to}
 * @param from id of the component that depends
 * @param to id of the component that it depends on
 */
public record Link(String id, String from, String to, Facts facts, Location at) implements Subject {

    /** What stands between the ends in a title, and in no id of a component. */
    static final String ARROW = " -> ";

    /** The id of a link that declares none. */
    public static String idOf(String from, String to) {
        return from + ARROW + to;
    }

    @Override
    public Kind kind() {
        return Kind.LINK;
    }

    @Override
    public String title() {
        return from + ARROW + to;
    }

    public Link with(Facts other) {
        return new Link(id, from, to, other, at);
    }

    /** Of what tells two apart nearly always; to go through all facts would take most of the time of a set. */
    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Kind.LINK.ordinal();
    }
}
