package quorate.serve;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for changes below some folders. An editor's burst of writes counts as one change. */
public final class Watch implements AutoCloseable {

    private static final long QUIET_MILLIS = 80;

    private final BlockingQueue<Path> changes = new LinkedBlockingQueue<>();
    private final DirectoryWatcher watcher;

    /** Watches the folders that exist, except what lies below {@code ignored}. */
    public Watch(List<Path> folders, Path ignored) throws IOException {
        this.watcher = DirectoryWatcher.builder()
                .paths(folders)
                .listener(event -> {
                    if (!event.path().startsWith(ignored)) {
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
