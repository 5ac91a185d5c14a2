package quorate.model;

import java.util.Objects;
import java.util.function.Supplier;

/** A value that is computed when it is first asked for, once, by whichever thread asks first. */
public final class Deferred<T> {

    private Supplier<T> maker;
    private T made;

    private Deferred(Supplier<T> maker) {
        this.maker = maker;
    }

    /** @param maker gives the value, which is not null; it is let go of afterwards with all that it holds */
    public static <T> Deferred<T> of(Supplier<T> maker) {
        return new Deferred<>(Objects.requireNonNull(maker));
    }

    public synchronized T get() {
        if (maker != null) {
            made = Objects.requireNonNull(maker.get());
            maker = null;
        }
        return made;
    }
}
