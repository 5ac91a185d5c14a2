package quorate.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells a person at a terminal how far a longer piece of work is; silent in a pipe, and for work of under a second. */
final class Progress implements AutoCloseable {

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final String task;
    private final int steps;
    private final long start = System.nanoTime();
    private ProgressBar bar;
    private int done;

    Progress(String task, int steps) {
        this.task = task;
        this.steps = steps;
    }

    /** One step more is done. */
    synchronized void step() {
        done++;
        if (bar == null && System.console() != null && System.nanoTime() - start > PATIENCE_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
