package jp.futari.bench;

import jp.futari.support.RoundTrips;

/** 比べる相手の一つ: a way of taking one case from its start to its end. */
interface Contender {

    String name();

    /** @param worker number of the thread, from 0: workers share no person and no case */
    void oneCase(int worker);

    /** What is left over after a round and belongs to it (the record's sequencer); its time and WAL count. */
    default void settle() {
    }

    /** The process that works for it besides this one; 0 where there is none. */
    default long process() {
        return 0;
    }

    /** Null where the round trips cannot be seen, in another process. */
    RoundTrips trips();
}
