package quorate.derive.failure.planted;

import quorate.derive.recovery.planted.Recovered;

/** A derivation that knows another. */
final class KnowsRecovery {
    Recovered other;
}
