package jp.futari.access.application;

import java.time.Duration;
import java.util.Optional;
import jp.futari.shared.office.Office;
import org.springframework.stereotype.Component;

/** 離席の制限時間: what the office has set, unless this installation says otherwise. */
@Component
public class SessionLimits {

    private final Duration idle;
    private final Duration warning;
    private final Duration longest;

    SessionLimits(Office office, AccessSettings settings) {
        idle = Optional.ofNullable(settings.idle()).orElse(Duration.ofSeconds(office.limits().idleSeconds()));
        Duration asTheOffice = Duration.ofSeconds(office.limits().idleWarnSeconds());
        warning = asTheOffice.compareTo(idle) < 0 ? asTheOffice : idle.dividedBy(2);
        longest = settings.longest();
    }

    /** After this without activity the screen is covered (AUTH-10). */
    public Duration idle() {
        return idle;
    }

    /** After this it warns. */
    public Duration warning() {
        return warning;
    }

    /** After this a session ends for good. */
    public Duration longest() {
        return longest;
    }
}
