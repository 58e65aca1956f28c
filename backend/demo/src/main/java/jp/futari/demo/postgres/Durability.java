package jp.futari.demo.postgres;

import java.util.HashMap;
import java.util.Map;

/** 耐久性: the demo keeps its data as production does; a test run throws them away and need not wait for the disk. */
public enum Durability {
    /** Said in so many words: the embedded server's own defaults give durability up. */
    KEPT(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")),
    THROWN_AWAY(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("autovacuum_vacuum_scale_factor", "0.02"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("log_timezone", "Asia/Tokyo"),
            Map.entry("timezone", "Asia/Tokyo"));

    private final Map<String, String> own;

    Durability(Map<String, String> own) {
        this.own = own;
    }

    Map<String, String> settings() {
        var all = new HashMap<>(COMMON);
        all.putAll(own);
        return all;
    }
}
