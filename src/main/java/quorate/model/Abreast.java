package quorate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Works out many results on all processors. The threads are its own: those of the common pool take up other work while they wait,
 * and that may wait for a {@link Deferred} of which this is a part.
 */
public final class Abreast {

    /** With fewer inputs one thread is done before others have started. */
    private static final int MANY = 20_000;

    /** The weight of an input that is worth a thread by itself. */
    public static final int HEAVY = MANY;

    private static final int BLOCK = 64;

    private Abreast() {}

    /**
     * The result of each input, in the order of the inputs.
     *
     * @param weight how much work one input is, in that of a small one
     * @param function pure, or safe for several threads
     */
    public static <A, B> List<B> map(List<A> inputs, int weight, Function<A, B> function) {
        int threads = Runtime.getRuntime().availableProcessors();
        if (threads == 1 || (long) inputs.size() * weight < MANY) {
            List<B> results = new ArrayList<>(inputs.size());
            inputs.forEach(input -> results.add(function.apply(input)));
            return results;
        }
        Object[] results = new Object[inputs.size()];
        AtomicInteger next = new AtomicInteger();
        int block = Math.max(1, BLOCK / weight);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                all.add(workers.submit(() -> {
                    for (int from = next.getAndAdd(block); from < results.length; from = next.getAndAdd(block)) {
                        for (int i = from; i < Math.min(from + block, results.length); i++) {
                            results[i] = function.apply(inputs.get(i));
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
        @SuppressWarnings("unchecked")
        List<B> typed = (List<B>) Arrays.asList(results);
        return typed;
    }
}
