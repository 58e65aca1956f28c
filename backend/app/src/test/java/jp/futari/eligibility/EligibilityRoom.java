package jp.futari.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.futari.shared.ApprovedItem;
import jp.futari.shared.CanonicalJson;
import jp.futari.shared.EffectRef;
import jp.futari.shared.EffectRows;
import jp.futari.shared.OfficerId;
import jp.futari.shared.RegisterRowListener;
import jp.futari.shared.office.Office;
import jp.futari.shared.office.OfficeConfiguration;
import jp.futari.support.TestDatabase;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.hibernate5.SpringBeanContainer;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room 資格 with its database alone: real PostgreSQL, the application's role, the room's own registers. Approvals are laid by the superuser,
 * because giving them is another room's business; effects are written by the application's role in the same transaction, as the product does.
 */
public final class EligibilityRoom implements AutoCloseable {

    final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public EligibilityRoom() {
        context.registerBean(TestDatabase.class, () -> database);
        context.getEnvironment().setActiveProfiles("room-alone");
        context.register(Wiring.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Runs the work in one transaction, with the effect that allows it to write. */
    public void withApproved(String effectKey, JsonNode content, java.util.function.Consumer<ApprovedItem> work) {
        var item = approve(effectKey, content);
        get(TransactionTemplate.class).executeWithoutResult(status -> {
            writeEffect(item);
            work.accept(item);
        });
    }

    private void writeEffect(ApprovedItem item) {
        jdbc().sql("INSERT INTO effect (id, approval_id, key, submission_id, item_no, item_hash) SELECT :id, a.id, :key, a.submission_id, 0, :hash FROM approval a WHERE a.id = :approval")
                .params(Map.of("id", item.effect().id(), "key", item.effect().key(), "hash", item.hash(), "approval", item.effect().approvalId())).update();
    }

    private ApprovedItem approve(String effectKey, JsonNode content) {
        var approval = UUID.randomUUID();
        var caseId = UUID.randomUUID();
        var submission = UUID.randomUUID();
        var step = UUID.randomUUID();
        String text = CanonicalJson.text(content);
        String hash = CanonicalJson.sha256(text);
        String caseNo = "R8-資-" + caseId.toString().substring(0, 6);
        database.superuser("""
                SET session_replication_role = replica;
                INSERT INTO case_file (id, case_no, kind, process_id, definition, title, section, received_on, opened_by)
                VALUES ('%s', '%s', 'enrollment', 'EnrollmentProcess', 'd', '資格取得届', 'eligibility', '2026-11-18', '0001');
                INSERT INTO step (id, case_id, step_key, entry, state) VALUES ('%s', '%s', 'decide-enrollment', 'e', 'confirmed');
                INSERT INTO submission (id, step_id, round, content, hash, doer) VALUES ('%s', '%s', 1, $j$%s$j$, '%s', '0001');
                INSERT INTO submission_item (submission_id, item_no, effects, kind, content, hash) VALUES ('%s', 0, ARRAY['%s'], 'enrollment', $j$%s$j$, '%s');
                INSERT INTO approval (id, kind, case_id, step_id, step_key, round, submission_id, submission_hash, doer, checker)
                VALUES ('%s', 'case', '%s', '%s', 'decide-enrollment', 1, '%s', '%s', '0001', '0002')"""
                .formatted(caseId, caseNo, step, caseId, submission, step, text, hash, submission, effectKey, text, hash, approval, caseId, step, submission, hash));
        var effect = new EffectRef(UUID.randomUUID(), effectKey, approval);
        return new ApprovedItem(effect, caseId, caseNo, "decide-enrollment", 0, "enrollment", content, hash, new OfficerId("0001"), new OfficerId("0002"), Instant.now());
    }

    @Override
    public void close() {
        context.close();
        database.drop();
    }

    /** Behind a profile, so that no scan of the whole application finds it. */
    @org.springframework.context.annotation.Profile("room-alone")
    @Configuration
    @EnableTransactionManagement
    @Import(RegisterRowListener.class)
    @ComponentScan(basePackages = {"jp.futari.eligibility.persistence"})
    static class Wiring {

        @Bean
        jp.futari.eligibility.application.RegisteringEnrollment registeringEnrollment(jp.futari.eligibility.model.Enrollments enrollments,
                                                                                      jp.futari.eligibility.model.InsuredHouseholds households) throws Exception {
            var constructor = jp.futari.eligibility.application.RegisteringEnrollment.class.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (jp.futari.eligibility.application.RegisteringEnrollment) constructor.newInstance(enrollments, households);
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(TestDatabase database) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.appUrl());
            pool.setUsername("futari_app");
            pool.setPassword("x");
            pool.setMaximumPoolSize(4);
            return pool;
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource, ConfigurableListableBeanFactory beans) {
            var factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(dataSource);
            factory.setPackagesToScan("jp.futari.eligibility.model", "jp.futari.shared");
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.getJpaPropertyMap().put(AvailableSettings.BEAN_CONTAINER, new SpringBeanContainer(beans));
            factory.getJpaPropertyMap().put("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
            factory.getJpaPropertyMap().put("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName());
            return factory;
        }

        @Bean
        PlatformTransactionManager transactionManager(jakarta.persistence.EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Office office() {
            return OfficeConfiguration.demo();
        }

        @Bean
        EffectRows effectRows(JdbcClient jdbc) {
            return (effect, table, row) -> jdbc.sql("INSERT INTO effect_row (effect_id, table_name, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(effect, table, row).update();
        }
    }

    Connection asApp() throws SQLException {
        return database.asApp();
    }
}
