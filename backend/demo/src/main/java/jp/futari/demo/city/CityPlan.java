package jp.futari.demo.city;

import java.time.LocalDate;

/** 市の注文: seed, how many residents at least, and the day on which everybody's age is judged. */
public record CityPlan(long seed, int residents, LocalDate asOf) {

    public static final int USUAL_RESIDENTS = 2_000;
    private static final long USUAL_SEED = 20_261_122L;

    public CityPlan {
        if (residents < 1 || residents > 5_000_000) {
            throw new IllegalArgumentException("a city has 1 to 5,000,000 residents");
        }
    }

    /** The demo's city as of that day. */
    public static CityPlan usual(LocalDate asOf) {
        return new CityPlan(USUAL_SEED, USUAL_RESIDENTS, asOf);
    }

    public CityPlan withResidents(int count) {
        return new CityPlan(seed, count, asOf);
    }
}
