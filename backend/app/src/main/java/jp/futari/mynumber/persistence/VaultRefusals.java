package jp.futari.mynumber.persistence;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.futari.shared.Refused;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** The vault's functions say no with SQLSTATE FT2xx and a stable code; here that becomes a refusal. Nothing of the statement is passed on. */
final class VaultRefusals {

    private static final Map<String, Integer> STATUS = Map.of("FT200", 401, "FT202", 403, "FT204", 403, "FT205", 403, "FT209", 422, "FT210", 401, "FT213", 404, "FT214", 404);

    private VaultRefusals() {
    }

    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof PSQLException answer && answer.getSQLState() != null && answer.getSQLState().startsWith("FT2")) {
                throw new Refused(STATUS.getOrDefault(answer.getSQLState(), 409), answer.getServerErrorMessage().getMessage(), Map.of(), List.of(), null);
            }
            throw refused;
        }
    }
}
