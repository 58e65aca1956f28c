package jp.futari.bench;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** 数字: medians, and the lines the programs print (they go into backend/docs/performance.md as they are). */
final class Figures {

    private Figures() {
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.isEmpty() ? Double.NaN : sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static void line(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell instanceof Double d ? number(d) : cell).append(" |");
        }
        System.out.println(line);
    }

    static void header(String... cells) {
        line((Object[]) cells);
        System.out.println("|---".repeat(cells.length) + "|");
    }

    /** Where and when: figures of one machine are not those of another. */
    static void surroundings(String what) {
        System.out.printf(Locale.ROOT, "%n## %s%n%s, %d cores, %d MB heap at most, Java %s, load %.1f%n%n", what, LocalDate.now(), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, Runtime.version(), java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    interface Work {
        void run() throws Exception;
    }

    static double millis(Work work) {
        long from = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - from) / 1e6;
    }

    /** The median of some runs, the first ones thrown away. */
    static double medianMillis(int warm, int runs, Work work) {
        for (int i = 0; i < warm; i++) {
            millis(work);
        }
        return median(java.util.stream.IntStream.range(0, runs).mapToObj(i -> millis(work)).toList());
    }
}
