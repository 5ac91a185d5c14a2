package quorate.export;

import java.util.List;
import quorate.model.Subject;

/**
 * A TLA+ module of a protocol that the project rests on, and the configuration with which TLC checks it.
 *
 * @param subject what runs the protocol
 * @param protocol its name, as on the page
 * @param holds what must hold, in words
 * @param assumed what nobody states and the module takes for granted; each is marked in the text
 * @param name of the module, and of its files
 */
public record FormalModule(
        Subject subject, String protocol, String holds, List<String> assumed, String name, String module, String configuration) {

    public FormalModule {
        assumed = List.copyOf(assumed);
    }

    /** {@code formal/Consensus_state.tla}, beside the configuration of the same name. */
    public String file() {
        return "formal/" + name + ".tla";
    }
}
