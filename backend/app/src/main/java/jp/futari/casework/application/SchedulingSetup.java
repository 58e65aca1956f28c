package jp.futari.casework.application;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns the office's own clockwork on; tests call its methods themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "futari.scheduling", havingValue = "true", matchIfMissing = true)
class SchedulingSetup {
}
