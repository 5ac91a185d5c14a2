package quorate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Opens repositories to read them. */
final class Repositories {

    static {
        // To find the settings of git for the whole machine JGit would run git twice; what commits hold does not depend on them.
        SystemReader.setInstance(new SystemReader.Delegate(SystemReader.getInstance()) {
            @Override
            public FileBasedConfig openSystemConfig(Config parent, FS files) {
                return new NoSettings(parent, files);
            }
        });
    }

    private Repositories() {}

    /**
     * The repository in which the folder lies; nothing when it lies in none.
     *
     * @throws IOException when it is damaged
     */
    static Optional<Repository> of(Path folder) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        return builder.getGitDir() == null ? Optional.empty() : Optional.of(builder.build());
    }

    private static final class NoSettings extends FileBasedConfig {

        NoSettings(Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
