package jp.futari.demo.play;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import jp.futari.demo.StaffEntry;
import jp.futari.demo.city.City;
import jp.futari.demo.city.CityFiles;

/** 第三章・住民の初期移行: the frozen list of the invented city, approved by two people over its cover. */
final class FirstLoad {

    private final Colleagues colleagues;
    private final Consumer<String> progress;

    FirstLoad(Colleagues colleagues, Consumer<String> progress) {
        this.colleagues = colleagues;
        this.progress = progress;
    }

    /** @param home the demo's folder; the list goes into its store, the numbers stay outside the application */
    void play(City city, Path home, StaffEntry chief, StaffEntry manager) {
        var cover = CityFiles.writeList(city, home.resolve("store").resolve("lists"));
        CityFiles.writeNumbers(city, home.resolve("papers"));
        var asks = colleagues.at(chief);
        var caseNo = Step.open(asks, "register-load", Map.of("params", Map.of("list", CityFiles.LIST, "sha256", cover.sha256())));
        Step.enter(asks, caseNo, Map.of("rowCount", cover.rows(), "sampleRead", "yes", "ruling", "approve"));
        Step.confirm(colleagues.at(manager), caseNo, key -> String.valueOf(cover.rows()));
        progress.accept("架空の住民%,d人・%,d世帯を読み込んだ".formatted(cover.persons(), cover.households()));
    }
}
