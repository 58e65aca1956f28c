package jp.futari.eligibility.web;

import java.util.List;
import java.util.Map;
import jp.futari.access.CurrentOfficer;
import jp.futari.eligibility.application.Insurers;
import jp.futari.shared.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 保険者の候補. */
@RestController
class InsurerController {

    private static final int LONGEST = 50;

    private final Insurers insurers;
    private final CurrentOfficer current;

    InsurerController(Insurers insurers, CurrentOfficer current) {
        this.insurers = insurers;
        this.current = current;
    }

    @GetMapping("/api/registers/insurers")
    Map<String, List<Insurers.Insurer>> candidates(@RequestParam(name = "q", defaultValue = "") String text) {
        current.get();
        if (text.length() > LONGEST) {
            throw Refused.unprocessable("eligibility.insurer.too-long");
        }
        return Map.of("results", insurers.candidates(text));
    }
}
