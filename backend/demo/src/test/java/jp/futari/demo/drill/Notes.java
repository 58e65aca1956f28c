package jp.futari.demo.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** 手もとの控え: what the clients themselves know — what was sent under which key, and what the office confirmed. */
final class Notes {

    enum Act { START, ENTER, TYPE, COMPARE, CONFIRM }

    /** @param answer what the office said with its 2xx */
    record Confirmed(UUID key, Act act, String officer, String caseNo, long amount, JsonNode answer) {
    }

    private final Map<UUID, Act> sent = new ConcurrentHashMap<>();
    private final Queue<Confirmed> confirmed = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger interrupted = new AtomicInteger();

    void sent(UUID key, Act act) {
        sent.put(key, act);
    }

    void confirmed(Confirmed what) {
        confirmed.add(what);
    }

    /** A sending that got no answer, or one that says nothing about the act. */
    void interrupted() {
        interrupted.incrementAndGet();
    }

    void complain(String what) {
        complaints.add(what);
    }

    List<Confirmed> confirmed(Act act) {
        return confirmed.stream().filter(one -> one.act() == act).toList();
    }

    List<Confirmed> all() {
        return List.copyOf(confirmed);
    }

    boolean knowsKey(UUID key) {
        return sent.containsKey(key);
    }

    /** Sent, and never confirmed. */
    List<UUID> open() {
        var done = confirmed.stream().map(Confirmed::key).collect(java.util.stream.Collectors.toSet());
        return sent.keySet().stream().filter(key -> !done.contains(key)).toList();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int interruptions() {
        return interrupted.get();
    }
}
