package jp.futari;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 時計: what the rooms do by themselves, now and then. The one place that winds it up; with {@code futari.scheduling=false} it stands still. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "futari.scheduling", havingValue = "true", matchIfMissing = true)
class Clockwork {
}
