package org.hoshimori.probe.tls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.reach.Reach;

/// Questions asked at the same time; the first that fails fails all.
final class Together {

    private Together() {}

    static <T> List<T> all(Reach reach, List<Callable<T>> questions) throws IOException, Malformed {
        try (ExecutorService threads = reach.threads()) {
            List<Future<T>> answers = threads.invokeAll(questions);
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case Malformed malformed -> throw malformed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
