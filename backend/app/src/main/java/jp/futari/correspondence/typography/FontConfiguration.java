package jp.futari.correspondence.typography;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The office's choice of faces. They are read at the first print, not at the start. */
@Configuration(proxyBeanMethods = false)
class FontConfiguration {

    /** @param ofTheOffice {@code FUTARI_NAME_FONTS}: TrueType files for names, separated like a path list */
    @Bean
    @Lazy
    PrintFonts printFonts(@Value("${FUTARI_NAME_FONTS:}") String ofTheOffice) {
        List<Path> files = Arrays.stream(ofTheOffice.split(File.pathSeparator)).filter(file -> !file.isBlank()).map(Path::of).toList();
        return ShippedFonts.with(files);
    }

    @Bean
    @Lazy
    Typesetter typesetter(PrintFonts fonts) {
        return new Typesetter(fonts);
    }
}
