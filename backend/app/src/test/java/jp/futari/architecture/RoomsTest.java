package jp.futari.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jp.futari.FutariApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms (style guide section 1), each with one deliberate breach that shows it bites. */
class RoomsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.futari");
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages("jp.futari.architecture.breach");

    private static final ArchRule ENGINE = noClasses().that().resideOutsideOfPackages("jp.futari.workflow..", "jp.futari..process..", "jp.futari.migration..")
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda..").as("only workflow and process packages know the engine");
    private static final ArchRule HTTP = noClasses().that().resideOutsideOfPackages("jp.futari..web..", "jp.futari.access..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..", "jakarta.servlet..").as("only web packages know HTTP");
    private static final ArchRule MODEL = noClasses().that().resideInAPackage("jp.futari..model..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..", "org.springframework.jdbc..", "org.camunda..", "jakarta.servlet..").as("models know Java and mapping annotations");

    @Test
    @DisplayName("部屋の間取りは、書いてあるとおり")
    void the_rooms_lean_only_as_drawn() {
        ApplicationModules.of(FutariApplication.class).verify();
    }

    @Test
    @DisplayName("エンジン、HTTP、模型の壁が守られている")
    void walls_hold() {
        ENGINE.check(PRODUCT);
        HTTP.check(PRODUCT);
        MODEL.check(PRODUCT);
    }

    @Test
    @DisplayName("壁を破れば、検査が見つける")
    void each_wall_bites() {
        assertThatThrownBy(() -> ENGINE.check(BREACHES)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> HTTP.check(BREACHES)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> MODEL.check(BREACHES)).isInstanceOf(AssertionError.class);
    }
}
