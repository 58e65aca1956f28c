package jp.futari.access.application;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 一文の問い: every request asks whose session it is before any act begins. A single statement needs no transaction around it, which would cost a
 * second round trip to commit what was only read. It never joins an act's transaction.
 */
@Component
public class LookUps {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;

    LookUps(DataSource source) {
        DataSource outside = new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(true);   // the pool sets it back
                return connection;
            }
        };
        jdbc = new JdbcTemplate(outside);
        apart = new TransactionTemplate(new JdbcTransactionManager(outside));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Single statements, each by itself. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A transaction of its own around statements of {@link #jdbc()} that belong together. */
    public TransactionTemplate apart() {
        return apart;
    }
}
