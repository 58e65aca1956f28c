-- Spring Session JDBC 3.5 (schema-postgresql.sql of that release), so that every node sees the same sign-ins.
CREATE TABLE futari.spring_session (
    primary_id            char(36) NOT NULL,
    session_id            char(36) NOT NULL,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval int      NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100),
    CONSTRAINT spring_session_pk PRIMARY KEY (primary_id)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX spring_session_ix1 ON futari.spring_session (session_id);
CREATE INDEX spring_session_ix2 ON futari.spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON futari.spring_session (principal_name);

CREATE TABLE futari.spring_session_attributes (
    session_primary_id char(36)     NOT NULL,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT spring_session_attributes_fk FOREIGN KEY (session_primary_id) REFERENCES futari.spring_session (primary_id) ON DELETE CASCADE
);
COMMENT ON TABLE futari.spring_session IS 'ブラウザのセッション(Cookie)。誰であるかは staff_session が決める。';
COMMENT ON TABLE futari.spring_session_attributes IS 'ブラウザのセッションの中身。職員や住民の情報は置かない。';

GRANT SELECT, INSERT, UPDATE, DELETE ON futari.spring_session, futari.spring_session_attributes TO futari_app;
