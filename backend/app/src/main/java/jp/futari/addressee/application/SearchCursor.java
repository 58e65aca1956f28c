package jp.futari.addressee.application;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.futari.addressee.persistence.PersonSearch.Position;
import jp.futari.shared.Refused;

/** しおり: where the last page ended, opaque to the browser. */
final class SearchCursor {

    private SearchCursor() {
    }

    static Position read(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Position.START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 2);
            return new Position(parts[0], parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw Refused.unprocessable("search.cursor");
        }
    }

    static String write(Position position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((position.text() + "\n" + position.addresseeNo()).getBytes(StandardCharsets.UTF_8));
    }
}
