package jp.futari.demo.play;

import java.util.List;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.EnrolmentStory;

/** 配役: who does which part in a story, in turn; never one person for both parts of a step. */
record Cast(List<StaffEntry> counter, List<StaffEntry> reviewers, StaffEntry chief, StaffEntry manager) {

    static Cast of(List<StaffEntry> staff) {
        var reviewers = staff.stream().filter(entry -> entry.section().equals("eligibility") && entry.roles().contains("eligibility-clerk")).toList();
        var counter = staff.stream().filter(entry -> entry.section().equals("counter") && entry.roles().contains("counter-clerk")).toList();
        if (reviewers.size() < 2 || counter.size() < 2) {
            throw new IllegalArgumentException("a day needs two people at the counter and two who review");
        }
        return new Cast(counter, reviewers, DemoFirstDay.inCharge(staff, "section-chief"), DemoFirstDay.inCharge(staff, "manager"));
    }

    StaffEntry receives(EnrolmentStory story) {
        return counter.get(story.no() % counter.size());
    }

    StaffEntry checksReceipt(EnrolmentStory story) {
        return counter.get((story.no() + 1) % counter.size());
    }

    StaffEntry reviews(EnrolmentStory story) {
        return reviewers.get(story.no() % reviewers.size());
    }

    StaffEntry checksReview(EnrolmentStory story) {
        return reviewers.get((story.no() + 1) % reviewers.size());
    }
}
