package jp.futari.mynumber;

/** 照合の答え: whether two candidates are the same number, and how many attempts are left. Nothing else leaves the vault. */
public record Comparison(boolean matches, int attemptsLeft) {
}
