package quorate.importer.plantuml;

import java.util.Optional;
import quorate.source.Location;

/**
 * One step of a diagram.
 *
 * @param call present exactly for a call
 * @param text the title or name, else empty
 */
record Statement(Kind kind, Optional<Call> call, String text, Location at) {

    enum Kind {
        START,
        TITLE,
        /** The diagram shows messages in their order, answers among them. */
        ANSWERS,
        CALL,
        OPEN,
        CLOSE
    }

    static Statement of(Kind kind, String text, Location at) {
        return new Statement(kind, Optional.empty(), text, at);
    }

    static Statement of(Call call) {
        return new Statement(Kind.CALL, Optional.of(call), "", call.at());
    }
}
