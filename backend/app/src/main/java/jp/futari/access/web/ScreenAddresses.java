package jp.futari.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 画面のアドレス: each of them answers the one page, so that a reload and a copied link work; which screen it is, the browser decides. */
@Controller
class ScreenAddresses {

    @GetMapping({"/inbox", "/inbox/{view}", "/tasks/{id}", "/checks/{id}", "/cases/{caseNo}", "/search", "/people/{addresseeNo}", "/numbers", "/admin/{list}"})
    String screen() {
        return "forward:/index.html";
    }
}
