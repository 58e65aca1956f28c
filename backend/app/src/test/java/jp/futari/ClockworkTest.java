package jp.futari;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@DisplayName("時計（ひとりでに行う仕事）")
class ClockworkTest {

    private final ApplicationContextRunner office = new ApplicationContextRunner().withUserConfiguration(Clockwork.class, Room.class);

    @Test
    @DisplayName("ふだんは動き、futari.scheduling=false なら止まっている")
    void it_stands_still_when_told_to() {
        office.run(context -> then(context.getBean(ScheduledTaskHolder.class).getScheduledTasks()).hasSize(1));
        office.withPropertyValues("futari.scheduling=false").run(context -> then(context).doesNotHaveBean(ScheduledTaskHolder.class).hasSingleBean(Chore.class));
    }

    @Test
    @DisplayName("時計を動かす所は、ほかにない")
    void no_room_winds_it_up() {
        var product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.futari");
        classes().that().areAnnotatedWith(EnableScheduling.class).should().be(Clockwork.class).check(product);
    }

    @Configuration(proxyBeanMethods = false)
    static class Room {
        @Bean
        Chore chore() {
            return new Chore();
        }
    }

    static class Chore {
        @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
        void sweep() {
        }
    }
}
