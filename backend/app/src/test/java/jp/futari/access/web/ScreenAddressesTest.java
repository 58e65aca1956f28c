package jp.futari.access.web;

import static org.assertj.core.api.BDDAssertions.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ScreenAddressesTest {

    private static final Path PATHS = Path.of("../../frontend/src/config/paths.ts");

    private final MockMvc server = MockMvcBuilders.standaloneSetup(new ScreenAddresses()).build();

    @Test
    @DisplayName("画面のアドレスは、開き直しても同じ画面になる")
    void every_address_of_the_screens_answers_the_page() throws Exception {
        List<String> addresses = addresses();
        then(addresses).contains("/inbox", "/cases/:caseNo", "/admin/staff");
        for (String address : addresses) {
            server.perform(get(address.replaceAll(":\\w+", "R8-資-000001"))).andExpect(forwardedUrl("/index.html"));
        }
    }

    @Test
    @DisplayName("ほかのアドレスは画面にならない")
    void any_other_address_does_not() throws Exception {
        for (String address : List.of("/nowhere", "/api/tasks", "/cases/a/b", "/admin")) {
            server.perform(get(address)).andExpect(status().isNotFound());
        }
    }

    private static List<String> addresses() throws IOException {
        return Pattern.compile("path: '([^']+)'").matcher(Files.readString(PATHS)).results().map(found -> found.group(1)).toList();
    }
}
