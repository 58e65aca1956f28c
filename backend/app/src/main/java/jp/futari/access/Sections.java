package jp.futari.access;

import java.util.Optional;
import jp.futari.shared.office.Office;
import org.springframework.stereotype.Component;

/** 係: the sections of this office by key and by the word people write. */
@Component
public class Sections {

    /** 課共通: belongs to no single section; a right limited to a section reaches it too. */
    public static final String WHOLE_OFFICE = "office";

    private final Office office;

    public Sections(Office office) {
        this.office = office;
    }

    public String nameOf(String key) {
        if (key.equals(WHOLE_OFFICE)) {
            return "課共通";
        }
        return office.sections().stream().filter(section -> section.key().equals(key)).map(Office.Section::name).findFirst().orElse(key);
    }

    /** The key for what a clerk wrote: the key itself, 資格係, or 資格. */
    public Optional<String> keyOf(String written) {
        return office.sections().stream()
                .filter(section -> section.key().equals(written) || section.name().equals(written) || section.name().equals(written + "係"))
                .map(Office.Section::key).findFirst();
    }
}
