package org.hoshimori.network;

/// Losses on their way in one direction: what each company has lost, and how much of that has not
/// been passed on yet.
final class Spread {
    private final double least;
    private final double[] loss;
    private final double[] pending;
    private final double[] inputLoss;
    private final Marks touched;
    private final Marks queued;
    private final Marks stopped;
    private final IntList reached = new IntList(64);
    private final IntList inputsReached = new IntList(64);
    private int[] queue = new int[64];
    private int head;
    private int waiting;

    /// @param inputs 0 when losses simply add up
    Spread(int companies, int inputs, double least) {
        this.least = least;
        loss = new double[companies];
        pending = new double[companies];
        inputLoss = new double[inputs];
        touched = new Marks(companies);
        queued = new Marks(companies);
        stopped = new Marks(companies);
    }

    void begin(int[] companies) {
        for (int company : companies) {
            if (stopped.addNew(company)) {
                touch(company);
                loss[company] = 1;
                pending[company] = 1;
                enqueue(company);
            }
        }
    }

    /// The company's input loses this much more; the company loses as much as its worst input.
    void lose(int company, int input, double more) {
        if (stopped.has(company) || more <= 0) {
            return;
        }
        if (inputLoss[input] == 0) {
            inputsReached.add(input);
        }
        inputLoss[input] += more;
        double now = Math.min(1, inputLoss[input]);
        if (now > loss[company]) {
            raise(company, now - loss[company]);
        }
    }

    void lose(int company, double more) {
        if (!stopped.has(company) && more > 0) {
            raise(company, Math.min(more, 1 - loss[company]));
        }
    }

    private void raise(int company, double more) {
        touch(company);
        loss[company] += more;
        pending[company] += more;
        if (pending[company] >= least && queued.addNew(company)) {
            enqueue(company);
        }
    }

    private void touch(int company) {
        if (touched.addNew(company)) {
            reached.add(company);
        }
    }

    private void enqueue(int company) {
        queued.add(company);
        if (waiting == queue.length) {
            int[] larger = new int[queue.length * 2];
            for (int i = 0; i < waiting; i++) {
                larger[i] = queue[head + i & queue.length - 1];
            }
            queue = larger;
            head = 0;
        }
        queue[head + waiting++ & queue.length - 1] = company;
    }

    /// The next company whose loss is to be passed on, or -1.
    int poll() {
        if (waiting == 0) {
            return -1;
        }
        int company = queue[head];
        head = head + 1 & queue.length - 1;
        waiting--;
        queued.remove(company);
        return company;
    }

    double take(int company) {
        double more = pending[company];
        pending[company] = 0;
        return more;
    }

    IntList reached() {
        return reached;
    }

    double loss(int company) {
        return loss[company];
    }

    double pending(int company) {
        return pending[company];
    }

    boolean touched(int company) {
        return touched.has(company);
    }

    void clear() {
        for (int i = 0; i < reached.size; i++) {
            int company = reached.values[i];
            loss[company] = 0;
            pending[company] = 0;
            touched.remove(company);
            stopped.remove(company);
        }
        for (int i = 0; i < inputsReached.size; i++) {
            inputLoss[inputsReached.values[i]] = 0;
        }
        reached.size = 0;
        inputsReached.size = 0;
    }
}
