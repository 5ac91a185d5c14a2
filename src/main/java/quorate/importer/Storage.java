package quorate.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import quorate.model.Fact;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/**
 * What the data of a unit lie on, as far as its mounts say.
 *
 * @param volume unknown when nothing is mounted where data could be
 * @param undecided whether something is mounted there that may or may not keep the data
 */
record Storage(Fact<Words.VolumeKind> volume, boolean undecided) {

    /**
     * Something mounted into a container.
     *
     * @param kind empty when the file does not say how long it lives
     * @param folder whether it is a folder or file of the host; those bring configuration as often as they keep data
     * @param how what was seen, for evidence
     */
    record Mount(
            String target, boolean readOnly, Optional<Words.VolumeKind> kind, boolean folder, Location at, String how) {

        /** Configuration, scripts, secrets, logs and sockets are mounted like data, but are none. */
        private static final Pattern NO_DATA = Pattern.compile("(/etc|/usr/local/etc|/docker-entrypoint-initdb\\.d|/run"
                + "|/var/run|/tmp|/dev|/sys|/proc|/scripts?|/certs?|/ssl|/secrets?|/config|/conf|/logs?|/var/logs?|/backups?)(/.*)?"
                + "|.*/(conf|config|certs?|secrets?|logs?|scripts?|init\\.d|initdb\\.d|plugins)(/.*)?"
                + "|.*\\.(ya?ml|json|conf|cnf|cfg|ini|toml|properties|xml|sql|sh|js|py|env|pem|crt|key|rules|sock|acl|txt)");

        boolean mayHoldData() {
            return !readOnly && !NO_DATA.matcher(target.toLowerCase(Locale.ROOT)).matches();
        }
    }

    static Storage of(List<Mount> mounts, Location unitAt) {
        List<Mount> data = mounts.stream().filter(Mount::mayHoldData).toList();
        for (Words.VolumeKind kind : List.of(
                Words.VolumeKind.PERSISTENT, Words.VolumeKind.EPHEMERAL, Words.VolumeKind.MEMORY)) {
            for (Mount mount : data) {
                boolean open = data.stream().anyMatch(other -> other.kind().isEmpty());
                if (mount.kind().filter(kind::equals).isPresent() && (kind == Words.VolumeKind.PERSISTENT || !open)) {
                    return new Storage(Fact.of(kind, Origin.imported(mount.at(), mount.how())), false);
                }
            }
        }
        // A volume for logs or scratch files is no sure place of data, but what lies there may be data all the same.
        boolean undecided = mounts.stream().anyMatch(mount -> !mount.readOnly()
                && !mount.folder()
                && mount.kind().filter(kind -> kind != Words.VolumeKind.PERSISTENT).isEmpty());
        return new Storage(Fact.unknown(unitAt), undecided || !data.isEmpty());
    }
}
