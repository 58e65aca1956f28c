package jp.futari.casework.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.futari.access.CurrentOfficer;
import jp.futari.access.InterestCheck;
import jp.futari.shared.Refused;
import jp.futari.workflow.StepCatalogue;
import org.springframework.stereotype.Component;

/** 二人確認: whether this person may act on this task now. The same questions are asked at list, open, answer and completion, and again by the database. */
@Component
class StepRules {

    /** How old a sign-in may be when a person confirms a ruling (AUTH: re-authentication at approval). */
    static final Duration RULING_SIGN_IN = Duration.ofMinutes(5);

    private final InterestCheck interests;
    private final CurrentOfficer current;
    private final StepCatalogue steps;

    StepRules(InterestCheck interests, CurrentOfficer current, StepCatalogue steps) {
        this.interests = interests;
        this.current = current;
        this.steps = steps;
    }

    void mayWorkOn(TaskState task, Act act) {
        if (task.whyNot() != null) {
            throw Refused.forbidden(task.whyNot());
        }
        Optional<String> tie = interests.conflict(act.officer(), task.addressees());
        if (tie.isPresent()) {
            throw Refused.forbidden("casework.interest." + tie.get());
        }
    }

    void holdsItNow(TaskState task, Act act) {
        if (!act.officer().no().equals(task.claimedBy())) {
            throw Refused.forbidden(task.claimedBy() == null ? "casework.task.not-claimed" : "casework.task.not-your-claim");
        }
    }

    void sawThisVersion(TaskState task, ActRequest request) {
        if (request.version() == null) {
            throw Refused.versionNeeded("casework.request.version-missing");
        }
        if (request.version() != task.version()) {
            throw Refused.version("casework.task.other-version");
        }
    }

    /** A ruling of a post is confirmed only by a person who was identified a moment ago. */
    void freshlyIdentified(TaskState task, Instant now) {
        if (steps.step(task.stepKey()).critical() && current.get().reauthenticatedAt().isBefore(now.minus(RULING_SIGN_IN))) {
            throw Refused.signIn("access.reauthentication-required");
        }
    }
}
