package quorate.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"quorate " + number()};
    }

    /** The number alone; {@code development} when run from class files. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
