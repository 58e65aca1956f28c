package jp.futari.demo.play;

import java.util.function.Predicate;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.CityPlan;
import jp.futari.demo.city.EnrolmentStory;

/** 初日の番組: how large the city is, who comes to work, which stories are played. */
record DayPlan(CityPlan city, Predicate<StaffEntry> staff, Predicate<EnrolmentStory> stories) {

    static DayPlan whole(CityPlan city) {
        return new DayPlan(city, entry -> true, story -> true);
    }
}
