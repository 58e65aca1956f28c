package jp.futari.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 工程を終える速さ: one case from start to confirmed, everything on, beside the bare engine on the same PostgreSQL. Rounds are interleaved and
 * medians reported, because the machine is shared. Arguments: rounds (default 9), cases of a worker in a round (default 40), cases of a worker to warm up
 * (default as in a round).
 */
public final class CompletingSteps {

    private static final int WORKERS = 4;

    private final int rounds;
    private final int cases;
    private final Postgres postgres;
    private final Map<String, Samples> samples = new LinkedHashMap<>();

    private record Samples(List<Double> rates, List<Double> ratios, List<Double> trips, List<Double> wal, List<Double> jvm, List<Double> postgres) {
        Samples() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private CompletingSteps(int rounds, int cases, Postgres postgres) {
        this.rounds = rounds;
        this.cases = cases;
        this.postgres = postgres;
    }

    public static void main(String[] arguments) throws Exception {
        Postgres.likeARealServer();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        try (Office office = new Office(WORKERS)) {
            Postgres postgres = Postgres.of(office.database);
            try (BareEngine engine = new BareEngine(postgres.create("bare_engine"));
                 CamundaOverRest rest = CamundaOverRest.isThere() ? new CamundaOverRest(postgres.create("rest_engine")) : null) {
                List<Contender> contenders = contenders(engine, rest, office);
                var program = new CompletingSteps(rounds, cases, postgres);
                Figures.surroundings("Completing a step: " + rounds + " interleaved rounds of " + cases + " cases a worker");
                Figures.header("variant", "threads", "cases/s", "÷ bare engine", "round trips/case", "WAL kB/case", "CPU ms/case JVM", "PostgreSQL");
                warmUp(contenders, arguments.length > 2 ? Integer.parseInt(arguments[2]) : Math.max(10, cases));
                if (Statements.asked()) {
                    program.explain(contenders.get(contenders.size() - 1), new Statements(postgres, Postgres.nameOf(office.database)));
                }
                program.measure(contenders, 1);
                program.measure(contenders, WORKERS);
            }
        }
        System.exit(0);
    }

    /** {@code -Dfutari.bench.only=service} measures one variant (a word of its name) beside the yardstick: for profiling. */
    private static List<Contender> contenders(BareEngine engine, CamundaOverRest rest, Office office) {
        return Stream.of(engine, rest, new FutariServices(office, WORKERS), new FutariOverHttp(office, WORKERS)).filter(Objects::nonNull)
                .filter(c -> c == engine || c.name().contains(System.getProperty("futari.bench.only", ""))).toList();
    }

    private static void warmUp(List<Contender> contenders, int cases) throws Exception {
        for (Contender contender : contenders) {
            together(contender, WORKERS, cases);
            contender.settle();
        }
    }

    private void explain(Contender contender, Statements statements) throws Exception {
        statements.forget();
        together(contender, 1, cases);
        contender.settle();
        statements.print(cases);
    }

    private void measure(List<Contender> contenders, int threads) throws Exception {
        samples.clear();
        for (int round = 0; round < rounds; round++) {
            double yardstick = round(contenders.get(0), threads);
            for (Contender contender : contenders.subList(1, contenders.size())) {
                samples.get(contenders.get(0).name()).ratios().add(1.0);
                samples.computeIfAbsent(contender.name(), name -> new Samples()).ratios().add(round(contender, threads) / yardstick);
            }
        }
        samples.forEach((name, s) -> Figures.line(name, threads, Figures.median(s.rates()), Figures.median(s.ratios()), Figures.median(s.trips()), Figures.median(s.wal()) / 1024,
                Figures.median(s.jvm()), Figures.median(s.postgres())));
    }

    private double round(Contender contender, int threads) throws Exception {
        long trips = contender.trips() == null ? 0 : contender.trips().count();
        long wal = postgres.wal();
        Cpu cpu = postgres.cpu();
        double beside = Cpu.of(contender.process());
        int all = threads * cases;
        double seconds = Figures.millis(() -> together(contender, threads, cases)) / 1000;
        double counted = contender.trips() == null ? Double.NaN : (contender.trips().count() - trips) / (double) all;
        seconds += Figures.millis(contender::settle) / 1000;
        Samples s = samples.computeIfAbsent(contender.name(), name -> new Samples());
        s.rates().add(all / seconds);
        s.trips().add(counted);
        Cpu used = postgres.cpu().since(cpu);
        s.jvm().add((used.jvm() + Cpu.of(contender.process()) - beside) / all);
        s.postgres().add(used.postgres() / all);
        s.wal().add((postgres.wal() - wal) / (double) all);
        return all / seconds;
    }

    private static void together(Contender contender, int threads, int cases) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var done : pool.invokeAll(IntStream.range(0, threads).<Callable<Void>>mapToObj(worker -> () -> {
                for (int i = 0; i < cases; i++) {
                    contender.oneCase(worker);
                }
                return null;
            }).toList())) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
