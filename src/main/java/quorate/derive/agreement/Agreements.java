package quorate.derive.agreement;

import java.util.ArrayList;
import java.util.List;
import quorate.model.Architecture;

/** Everything that can be reckoned of how the parts of a system agree, section by section. */
public final class Agreements {

    private Agreements() {}

    public static List<Reckoning> of(Architecture architecture) {
        List<Reckoning> all = new ArrayList<>();
        all.addAll(new Groups(architecture).voters());
        all.addAll(new Groups(architecture).losses());
        all.addAll(new Groups(architecture).quorums());
        all.addAll(new Holders(architecture).all());
        all.addAll(new Detectors(architecture).all());
        all.addAll(new Clocks(architecture).all());
        return all;
    }
}
