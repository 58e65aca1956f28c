package jp.futari.modelchecker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One state of a case: where its tokens rest and which approvals hold. Always in normal form, so that equal situations are equal objects:
 * of tokens that cannot be told apart there are one or {@link #MANY}, except at a join, which counts them.
 */
final class Situation {

    private static final int MANY = 2;

    private final Map<Token, Integer> tokens;
    private final Ledger ledger;
    private final int hash;

    private Situation(Map<Token, Integer> tokens, Ledger ledger) {
        this.tokens = normal(tokens, ledger);
        this.ledger = ledger;
        this.hash = 31 * this.tokens.hashCode() + ledger.hashCode();
    }

    private static Map<Token, Integer> normal(Map<Token, Integer> tokens, Ledger ledger) {
        var normal = new HashMap<Token, Integer>();
        tokens.forEach((token, times) -> normal.merge(token.only(ledger.valid()), times, Integer::sum));
        normal.replaceAll((token, times) -> token.place().node().isJoin() ? times : Math.min(times, MANY));
        return normal;
    }

    Map<Token, Integer> tokens() {
        return Collections.unmodifiableMap(tokens);
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Situation situation && hash == situation.hash && tokens.equals(situation.tokens) && ledger.equals(situation.ledger);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    static Situation nothingYet() {
        return new Situation(Map.of(), Ledger.EMPTY);
    }

    Situation with(Ledger other) {
        return new Situation(tokens, other);
    }

    Situation plus(Token token) {
        var more = new HashMap<>(tokens);
        more.merge(token, 1, Integer::sum);
        return new Situation(more, ledger);
    }

    Situation minusAll(Predicate<Token> gone) {
        var less = new HashMap<>(tokens);
        less.keySet().removeIf(gone);
        return new Situation(less, ledger);
    }

    Situation replace(Token token, Token other) {
        return minusAll(token::equals).plus(other);
    }

    List<Token> at(Place place) {
        return tokens.keySet().stream().filter(token -> token.place().equals(place)).toList();
    }

    int countAt(Place place) {
        return at(place).stream().mapToInt(tokens::get).sum();
    }

    /** The situations after a token has left its node: of many, one or many stay. The timers of an empty activity go. */
    List<Situation> leftBy(Token token) {
        if (tokens.get(token) == 1) {
            return List.of(minusAll(token::equals).withoutTimersOf(token.place()));
        }
        var left = new ArrayList<Situation>();
        for (int stay = 1; stay <= MANY; stay++) {
            var fewer = new HashMap<>(tokens);
            fewer.put(token, stay);
            left.add(new Situation(fewer, ledger));
        }
        return left;
    }

    private Situation withoutTimersOf(Place place) {
        return at(place).isEmpty() ? minusAll(token -> token.place().path().equals(place.path()) && token.place().node().host() == place.node()) : this;
    }

    /** The approvals end for the tokens that carried a lapse of it, because it is given anew. */
    Situation confirmed(Approval approval) {
        var fresh = new HashMap<Token, Integer>();
        tokens.forEach((token, times) -> fresh.merge(new Token(token.place(), token.lapse().without(approval)), times, Integer::sum));
        return new Situation(fresh, ledger.confirmed(approval));
    }
}
