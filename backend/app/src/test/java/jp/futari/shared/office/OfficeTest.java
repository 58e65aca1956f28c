package jp.futari.shared.office;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTest {

    @Test
    @DisplayName("みどり野市の設定は、架空とはっきり書いてある")
    void the_demo_office_is_visibly_invented() {
        var office = OfficeConfiguration.demo();
        then(office.fictitious()).isTrue();
        then(office.municipality().phone()).startsWith("000-");
        then(office.regime()).isEqualTo(LevyRegime.FEE);
        then(office.section("eligibility").name()).isEqualTo("資格係");
        then(office.calendar().isBusinessDay(LocalDate.of(2026, 12, 29))).isFalse();
    }

    @Test
    @DisplayName("保険者番号の検証番号が合わない設定では、動かない")
    void a_wrong_insurer_number_stops_the_start(@TempDir Path folder) throws Exception {
        var file = folder.resolve("office.json");
        var text = new String(OfficeConfiguration.class.getResourceAsStream("/office/midorino.json").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("\"999011\"", "\"999012\""));
        thenThrownBy(() -> new OfficeConfiguration().office(file.toString())).hasStackTraceContaining("check digit");
    }

    @Test
    @DisplayName("知らない設定の名があれば、動かない")
    void an_unknown_word_stops_the_start(@TempDir Path folder) throws Exception {
        var file = folder.resolve("office.json");
        var text = new String(OfficeConfiguration.class.getResourceAsStream("/office/midorino.json").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("\"regime\"", "\"regimen\""));
        thenThrownBy(() -> new OfficeConfiguration().office(file.toString())).hasMessageContaining("cannot be read");
    }

    @Test
    @DisplayName("番号は先頭から順に、けたをそろえて出る")
    void insured_numbers_run_on_from_the_first() {
        var numbering = OfficeConfiguration.demo().insuredNumbering();
        then(numbering.number(0)).isEqualTo("1000001");
        then(numbering.number(41)).isEqualTo("1000042");
        thenThrownBy(() -> numbering.number(9_000_000)).isInstanceOf(IllegalStateException.class);
    }
}
