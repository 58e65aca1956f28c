package jp.futari.correspondence.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.futari.correspondence.papers.Box;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Papers of cases: added once, never changed. */
@Repository
public class Documents {

    private static final String SELECT = "SELECT id, case_id, title, template, media_type, uploaded_by, uploaded_at FROM document ";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Documents(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(Document document) {
        jdbc.update("INSERT INTO document (id, case_id, title, template, media_type, uploaded_by, masked_by) VALUES (?, ?, ?, ?, ?, ?, ?)", document.id(), document.caseId(),
                document.title(), document.template(), document.mediaType(), document.uploadedBy(), document.isMaskedByHand() ? "hand" : "template");
        document.pages().forEach(page -> jdbc.update(
                "INSERT INTO document_page (document_id, no, width, height, image_hash, masks, sealed) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)",
                document.id(), page.no(), page.width(), page.height(), page.imageHash(), text(page.masks()), page.sealed()));
    }

    public Optional<Document> find(UUID id) {
        return jdbc.query(SELECT + "WHERE id = ?", this::read, id).stream().findFirst();
    }

    public List<Document> ofCase(UUID caseId) {
        return jdbc.query(SELECT + "WHERE case_id = ? ORDER BY uploaded_at, id", this::read, caseId);
    }

    private Document read(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Document(id, row.getObject("case_id", UUID.class), row.getString("title"), row.getString("template"), row.getString("media_type"),
                row.getString("uploaded_by"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant(), pages(id));
    }

    private List<Document.Page> pages(UUID document) {
        return jdbc.query("SELECT no, width, height, image_hash, masks, sealed FROM document_page WHERE document_id = ? ORDER BY no", (row, n) -> new Document.Page(row.getInt("no"),
                row.getInt("width"), row.getInt("height"), row.getString("image_hash"), boxes(row.getString("masks")), row.getBoolean("sealed")), document);
    }

    private List<Box> boxes(String text) {
        try {
            return json.readValue(text, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
