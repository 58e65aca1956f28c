package jp.futari.mynumber.application;

import jp.futari.mynumber.model.NumberRealm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether this is a demo is decided once, by {@code FUTARI_DEMO}. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    NumberRealm numberRealm(@Value("${futari.demo:false}") boolean demo) {
        return demo ? NumberRealm.DEMO : NumberRealm.PRODUCTION;
    }
}
