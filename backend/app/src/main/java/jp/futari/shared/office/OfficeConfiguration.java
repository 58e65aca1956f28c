package jp.futari.shared.office;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the municipality's data once; an unknown or missing word stops the start, so that no city runs on another's data by mistake. */
@Configuration(proxyBeanMethods = false)
public class OfficeConfiguration {

    private static final String DEMO_OFFICE = "/office/midorino.json";

    @Bean
    Office office(@Value("${FUTARI_OFFICE_FILE:}") String file) {
        return file.isBlank() ? demo() : read(Path.of(file));
    }

    /** みどり野市, the invented city of the demo. */
    public static Office demo() {
        try (InputStream data = OfficeConfiguration.class.getResourceAsStream(DEMO_OFFICE)) {
            return read(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Office read(Path file) {
        try (InputStream data = Files.newInputStream(file)) {
            return read(data);
        } catch (IOException e) {
            throw new UncheckedIOException("the office file cannot be read", e);
        }
    }

    private static Office read(InputStream data) throws IOException {
        return JsonMapper.builder().addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build().readValue(data, Office.class);
    }
}
