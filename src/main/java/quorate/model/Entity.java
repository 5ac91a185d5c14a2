package quorate.model;

import quorate.source.Location;

/** A subject of any kind but {@link Kind#LINK}. */
public record Entity(Kind kind, String id, Facts facts, Location at) implements Subject {

    @Override
    public String title() {
        return facts.get(Keys.NAME).or(id);
    }

    public Entity with(Facts other) {
        return new Entity(kind, id, other, at);
    }

    /** Of what tells two apart nearly always; to go through all facts would take most of the time of a set. */
    @Override
    public int hashCode() {
        return 31 * id.hashCode() + kind.ordinal();
    }
}
