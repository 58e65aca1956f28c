package jp.futari.shared;

import java.util.UUID;

/** 効果: the row that allows this transaction to write registers; it uses up one item of one approval for one effect key. */
public record EffectRef(UUID id, String key, UUID approvalId) {
}
