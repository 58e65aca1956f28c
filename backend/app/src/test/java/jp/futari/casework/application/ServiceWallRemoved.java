package jp.futari.casework.application;

import jp.futari.access.CurrentOfficer;
import jp.futari.access.InterestCheck;
import jp.futari.casework.CaseworkServer;
import jp.futari.workflow.StepCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Teeth: casework with its service wall taken away. Only a test class can do this; the product has no such switch. */
@Import(CaseworkServer.Room.class)
public class ServiceWallRemoved {

    @Bean
    @Primary
    StepRules blind(InterestCheck interests, CurrentOfficer current, StepCatalogue steps) {
        return new StepRules(interests, current, steps) {
            @Override
            void mayWorkOn(TaskState task, Act act) {
                // the wall is gone
            }
        };
    }
}
