package quorate.serve;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for changes below some folders. An editor's burst of writes counts as one change. */
public final class Watch implements AutoCloseable {

    private static final long QUIET_MILLIS = 80;

    private final BlockingQueue<Path> changes = new LinkedBlockingQueue<>();
    private final DirectoryWatcher watcher;

    /**
     * Watches folders that exist.
     *
     * @param ignored changes that count for nothing, by their absolute path
     */
    public Watch(List<Path> folders, Predicate<Path> ignored) throws IOException {
        this.watcher = DirectoryWatcher.builder()
                .paths(folders)
                .listener(event -> {
                    if (!ignored.test(event.path())) {
                        changes.add(event.path());
                    }
                })
                .build();
        watcher.watchAsync();
    }

    /** Blocks until something changed and then stayed quiet for a moment. */
    public void await() throws InterruptedException {
        changes.take();
        while (changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) != null) {
            changes.clear();
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
