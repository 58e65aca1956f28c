package jp.futari.casework.application;

import java.util.UUID;

/** 個人番号の照合: what the checker typed goes straight into the vault; only the ids of the candidates and the result come back. */
interface NumberAttempts {

    /** @param entered the candidate in the submission; @param typed is wiped */
    Attempt attempt(TaskState task, String key, UUID entered, char[] typed, UUID session);

    /** @param typed the candidate the checker's browser had sealed for this very item: same case, field and person, used once */
    Attempt attempt(UUID entered, UUID typed, UUID session);

    record Attempt(UUID candidate, boolean match, int attemptsLeft) {
    }
}
