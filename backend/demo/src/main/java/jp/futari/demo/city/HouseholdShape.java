package jp.futari.demo.city;

import java.util.ArrayList;
import java.util.List;

/** 世帯の形: who lives together, with ages that a family can have. Head first. */
enum HouseholdShape {
    ALONE(36), COUPLE(21), FAMILY(26), ONE_PARENT(9), THREE_GENERATIONS(8);

    private static final int YOUNGEST_PARENT = 20;
    private final int share;

    HouseholdShape(int share) {
        this.share = share;
    }

    static HouseholdShape drawn(Dice dice) {
        var at = dice.below(100);
        for (var shape : values()) {
            at -= shape.share;
            if (at < 0) {
                return shape;
            }
        }
        throw new IllegalStateException("the shares do not add up to a hundred");
    }

    List<Seat> seats(Dice dice) {
        return switch (this) {
            case ALONE -> List.of(new Seat("世帯主", dice.percent(45) ? dice.between(19, 39) : dice.between(40, 94), dice.percent(50)));
            case COUPLE -> couple(dice, dice.percent(35) ? dice.between(24, 49) : dice.between(50, 92));
            case FAMILY -> withChildren(dice, couple(dice, dice.between(24, 58)), dice.between(1, 3));
            case ONE_PARENT -> withChildren(dice, List.of(new Seat("世帯主", dice.between(24, 58), dice.percent(15))), dice.between(1, 2));
            case THREE_GENERATIONS -> withGrandparents(dice, withChildren(dice, couple(dice, dice.between(30, 52)), dice.between(1, 3)));
        };
    }

    private static List<Seat> couple(Dice dice, int age) {
        var headIsMale = dice.percent(88);
        var partner = Math.max(20, age + dice.between(-6, 4));
        return List.of(new Seat("世帯主", age, headIsMale), new Seat(headIsMale ? "妻" : "夫", partner, !headIsMale));
    }

    private static List<Seat> withChildren(Dice dice, List<Seat> parents, int wanted) {
        var seats = new ArrayList<>(parents);
        var youngest = parents.stream().mapToInt(Seat::age).min().orElseThrow();
        var oldest = youngest - YOUNGEST_PARENT;
        for (var n = 0; n < wanted && oldest >= 0; n++) {
            var age = dice.between(Math.max(0, oldest - 8), Math.min(oldest, 30));
            if (age < 0 || age > 30) {
                break;
            }
            seats.add(new Seat("子", age, dice.percent(51)));
            oldest = age - 1;
        }
        return seats;
    }

    private static List<Seat> withGrandparents(Dice dice, List<Seat> family) {
        var seats = new ArrayList<>(family);
        var mother = family.get(0).age() + dice.between(22, 36);
        seats.add(new Seat("母", mother, false));
        if (dice.percent(55)) {
            seats.add(new Seat("父", Math.min(mother + dice.between(0, 6), 99), true));
        }
        return seats;
    }

    /** One place in a household: relationship to the head, age, sex. */
    record Seat(String relationship, int age, boolean male) {
    }
}
