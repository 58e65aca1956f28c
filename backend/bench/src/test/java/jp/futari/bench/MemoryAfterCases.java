package jp.futari.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * 記憶の平らさ: what is still held after so many cases, each from start to confirmed at the service layer. The heap is read after a full collection; the process
 * holds the bench and its test support too. Arguments: cases (default 10000), lines (default 10).
 */
public final class MemoryAfterCases {

    private static final int WORKERS = 4;

    private MemoryAfterCases() {
    }

    public static void main(String[] arguments) throws Exception {
        Postgres.likeARealServer();
        int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (Office office = new Office(WORKERS)) {
            FutariServices futari = new FutariServices(office, WORKERS);
            Figures.surroundings("Memory over " + cases + " cases, " + WORKERS + " workers");
            Figures.header("cases so far", "heap MB after collection", "classes and code MB", "RSS MB of the JVM", "threads");
            for (int line = 0; line <= lines; line++) {
                if (line > 0) {
                    complete(futari, cases / lines);
                }
                print(line * (cases / lines));
            }
        }
        System.exit(0);
    }

    private static void complete(FutariServices futari, int cases) throws Exception {
        var pool = Executors.newFixedThreadPool(WORKERS);
        try {
            for (var done : IntStream.range(0, WORKERS).mapToObj(worker -> pool.submit(() -> IntStream.range(0, cases / WORKERS).forEach(n -> futari.oneCase(worker)))).toList()) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        futari.settle();
    }

    private static void print(int cases) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        System.gc();
        Figures.line(cases, megabytes(memory.getHeapMemoryUsage().getUsed()), megabytes(memory.getNonHeapMemoryUsage().getUsed()), resident(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static double megabytes(long bytes) {
        return bytes / 1048576.0;
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS")).mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst().orElse(Double.NaN);
    }
}
