package jp.futari.demo.play;

import java.time.LocalDate;
import java.util.Set;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.launch.RunningOffice;
import jp.futari.shared.BusinessClock;

/** 話のない初日: the chosen staff have their rights, the terminals stand, the residents are loaded; no case is open. */
public final class QuietDay {

    private QuietDay() {
    }

    /** @return the one-time link for the newcomer's browser */
    public static String play(RunningOffice office, Set<String> officers) {
        var plan = new DayPlan(CityPlan.usual(LocalDate.now(BusinessClock.ZONE)), entry -> officers.contains(entry.officerNo()), story -> false);
        return new DemoFirstDay(plan).play(office, words -> { }).orElseThrow();
    }
}
