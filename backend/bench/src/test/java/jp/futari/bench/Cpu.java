package jp.futari.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 計算の時間: CPU milliseconds of this JVM and of one PostgreSQL server with all its processes, read from {@code /proc}. A busy neighbour stretches the
 * wall clock, hardly the CPU time: on a shared machine these figures are the steadier ones.
 */
record Cpu(double jvm, double postgres) {

    private static final double MILLIS_PER_TICK = 10;   // USER_HZ is 100 on Linux

    static Cpu now(long postmaster) {
        return new Cpu(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6, postgres(postmaster));
    }

    /** CPU milliseconds of one process so far; 0 for no process. */
    static double of(long process) {
        String[] stat = process == 0 ? null : stat(Path.of("/proc", String.valueOf(process)));
        return stat == null ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * MILLIS_PER_TICK;
    }

    Cpu since(Cpu earlier) {
        return new Cpu(jvm - earlier.jvm, postgres - earlier.postgres);
    }

    /** Living children, and those the postmaster has already waited for. */
    private static double postgres(long postmaster) {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            double ticks = 0;
            for (Path process : processes) {
                String[] stat = stat(process);
                if (stat != null && (Long.parseLong(stat[1]) == postmaster || process.endsWith(String.valueOf(postmaster)))) {
                    ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]) + Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
                }
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parent of a process. */
    static long parentOf(long process) {
        return Long.parseLong(stat(Path.of("/proc", String.valueOf(process)))[1]);
    }

    /** The fields after the name, from the state on; null when the process has ended meanwhile. */
    private static String[] stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return null;
        }
    }
}
