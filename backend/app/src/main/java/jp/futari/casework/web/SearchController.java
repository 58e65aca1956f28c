package jp.futari.casework.web;

import java.util.Map;
import jp.futari.casework.application.Searching;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Search by POST: what is searched for is a name more often than not, and names have no place in addresses and access logs. */
@RestController
class SearchController {

    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    record Search(String q, String kind, String cursor) {
    }

    @PostMapping("/api/search")
    Map<String, Object> search(@RequestBody Search body) {
        return searching.search(body.q(), body.kind() == null ? "all" : body.kind(), body.cursor());
    }
}
