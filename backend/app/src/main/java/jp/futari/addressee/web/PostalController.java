package jp.futari.addressee.web;

import java.util.List;
import jp.futari.addressee.postal.PostalDirectory;
import jp.futari.addressee.postal.PostalPlace;
import jp.futari.shared.jp.PostalCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 郵便番号の候補 (F4). */
@RestController
class PostalController {

    private static final int MOST = 50;

    private final PostalDirectory directory;

    PostalController(PostalDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/api/registers/postal")
    Candidates candidates(@RequestParam String code) {
        var digits = PostalCode.read(code).map(PostalCode::digits).orElseGet(() -> code.replaceAll("\\D", ""));
        return new Candidates(directory.find(digits, MOST).stream().map(place -> new Candidate(place, place.address())).toList());
    }

    record Candidates(List<Candidate> candidates) {
    }

    record Candidate(@com.fasterxml.jackson.annotation.JsonUnwrapped PostalPlace place, String address) {
    }
}
