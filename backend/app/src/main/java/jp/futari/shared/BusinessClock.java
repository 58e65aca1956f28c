package jp.futari.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The office's clock, in Japan's time. Rules take a date as argument; only use cases ask this clock. */
@Component
public class BusinessClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    @org.springframework.beans.factory.annotation.Autowired
    public BusinessClock() {
        this(Clock.system(ZONE));
    }

    public BusinessClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
