package jp.futari.demo.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.futari.demo.play.Clerk;

/** 仕事の流れ: several pairs walk case after case until told to stop; each finishes the case it has begun. */
final class Traffic implements AutoCloseable {

    private static final AtomicLong AMOUNTS = new AtomicLong(10_000);
    private static final long LAST_CASES_SECONDS = 300;

    private final Notes notes;
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicInteger walked = new AtomicInteger();
    private volatile boolean ending;

    private Traffic(Notes notes) {
        this.notes = notes;
    }

    static long nextAmount() {
        return AMOUNTS.incrementAndGet();
    }

    /** Two workers for each order of any two of the clerks. */
    static Traffic of(DrillHouse house, int clerks) throws Exception {
        var traffic = new Traffic(house.notes());
        var people = new ArrayList<Clerk>();
        for (var i = 0; i < clerks; i++) {
            people.add(house.day().signIn(house.day().staff(DrillHouse.CLERKS[i])));
        }
        for (var i = 0; i < people.size(); i++) {
            traffic.add(people.get(i), people.get((i + 1) % people.size()));
            traffic.add(people.get((i + 1) % people.size()), people.get(i));
        }
        traffic.workers.forEach(Thread::start);
        return traffic;
    }

    private void add(Clerk doer, Clerk checker) {
        workers.add(new Thread(() -> work(doer, checker), "pair-" + workers.size()));
    }

    private void work(Clerk doer, Clerk checker) {
        try {
            while (!ending) {
                new Walk(notes, doer, checker, nextAmount()).all();
                walked.incrementAndGet();
            }
        } catch (Exception e) {
            notes.complain(Thread.currentThread().getName() + ": " + e.getMessage());
        }
    }

    int walked() {
        return walked.get();
    }

    /** Waits until so many more cases went through, from now on. */
    void awaitMore(int cases, long seconds) throws InterruptedException {
        var goal = walked.get() + cases;
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (walked.get() < goal) {
            if (System.nanoTime() > until || !notes.complaints().isEmpty()) {
                throw new AssertionError(walked.get() + " of " + goal + " cases, " + notes.complaints());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        for (var worker : workers) {
            worker.join(TimeUnit.SECONDS.toMillis(LAST_CASES_SECONDS));
            if (worker.isAlive()) {
                notes.complain(worker.getName() + " did not finish its case");
                worker.interrupt();
            }
        }
    }
}
