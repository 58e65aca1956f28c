package jp.futari.demo.city;

import java.util.SplittableRandom;

/** さいころ of one household: seeded by the city's seed and the household's place in line, so that a larger city begins with the smaller one. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, long household) {
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + household);
    }

    /** From 0 to one below. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(T[] things) {
        return things[random.nextInt(things.length)];
    }
}
