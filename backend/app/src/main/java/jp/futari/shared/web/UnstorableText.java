package jp.futari.shared.web;

import java.sql.SQLException;
import java.util.Set;

/** 保存できない文字: a character that no text of the database can hold (U+0000). The database says so; it is the sender's to mend, and no fault of the program. */
final class UnstorableText {

    static final String CODE = "web.character-not-allowed";
    /** character_not_in_repertoire, untranslatable_character */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private UnstorableText() {
    }

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
