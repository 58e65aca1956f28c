package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for a doer and a checker for each of some steps, so that nobody acts twice in a step or in two steps that are apart. */
final class PairSearch {

    private record Seat(StepOutline step, List<String> roles) {
    }

    /** Officers with the same roles and the same seats so far are alike: one of them is tried for all. */
    private record Likeness(Set<String> roles, Set<StepOutline> seats) {
    }

    private final List<Seat> seats = new ArrayList<>();
    private final List<Officer> officers;
    private final Map<Officer, Set<StepOutline>> taken = new HashMap<>();

    PairSearch(Collection<StepOutline> steps, List<Officer> officers) {
        this.officers = officers;
        for (var step : steps) {
            seats.add(new Seat(step, step.doRoles()));
            seats.add(new Seat(step, step.checkRoles()));
        }
        officers.forEach(officer -> taken.put(officer, new HashSet<>()));
    }

    boolean finds() {
        return fill(0);
    }

    private boolean fill(int number) {
        if (number == seats.size()) {
            return true;
        }
        var seat = seats.get(number);
        var tried = new HashSet<Likeness>();
        for (var officer : officers) {
            var held = taken.get(officer);
            if (officer.holdsOneOf(seat.roles()) && isFree(held, seat.step()) && tried.add(new Likeness(officer.roles(), Set.copyOf(held)))) {
                held.add(seat.step());
                var filled = fill(number + 1);
                held.remove(seat.step());
                if (filled) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFree(Set<StepOutline> held, StepOutline wanted) {
        return held.stream().noneMatch(other -> other.equals(wanted) || areApart(other, wanted) || areApart(wanted, other));
    }

    private static boolean areApart(StepOutline step, StepOutline other) {
        return step.apartFrom().contains(other.key());
    }
}
