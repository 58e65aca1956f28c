-- 権限: the people, their accounts, their rights, their terminals (registers), and the sessions they work in (no register).

CREATE TABLE futari.staff_member (
    id            uuid   PRIMARY KEY,
    effect_id     uuid   NOT NULL,
    row_version   bigint NOT NULL DEFAULT 0,
    officer_no    text   NOT NULL UNIQUE CHECK (officer_no ~ '^[0-9A-Z-]{1,20}$'),
    family_name   text   NOT NULL CHECK (family_name <> ''),
    given_name    text   NOT NULL,
    kana          text   NOT NULL,
    section       text   NOT NULL,
    post          text   NOT NULL,
    starts_on     date   NOT NULL,
    ends_on       date,
    addressee_ref uuid
);
COMMENT ON TABLE futari.staff_member IS '職員名簿。1行が1人。二人確認はここの職員番号で人を区別する。';
COMMENT ON COLUMN futari.staff_member.officer_no IS '職員番号。アカウントが変わっても変わらない。';
COMMENT ON COLUMN futari.staff_member.section IS '係の符号(eligibility など)。';
COMMENT ON COLUMN futari.staff_member.post IS '職名(主事、係長など)。';
COMMENT ON COLUMN futari.staff_member.ends_on IS '在籍の最後の日。直ちに終えたときは、その前日。';
COMMENT ON COLUMN futari.staff_member.addressee_ref IS '本人の宛名番号を番号の保管庫に封じた控えの参照。宛名番号そのものではない。';

CREATE TABLE futari.account (
    id          uuid   PRIMARY KEY,
    effect_id   uuid   NOT NULL,
    row_version bigint NOT NULL DEFAULT 0,
    officer_no  text   NOT NULL REFERENCES futari.staff_member (officer_no),
    issuer      text   NOT NULL,
    username    text   NOT NULL UNIQUE CHECK (username = lower(username) AND username <> ''),
    starts_on   date   NOT NULL,
    ends_on     date
);
CREATE INDEX account_of_officer ON futari.account (officer_no);
COMMENT ON TABLE futari.account IS '利用者ID。1人が複数持つことがある。共用の利用者IDは作れない(AUTH-08, AUTH-15)。';
COMMENT ON COLUMN futari.account.issuer IS '認証サーバーの発行者。ここと違う発行者の本人確認は受け付けない。';
COMMENT ON COLUMN futari.account.ends_on IS '利用できる最後の日。直ちに終えたときは、その前日。';

CREATE TABLE futari.access_grant (
    id          uuid   PRIMARY KEY,
    effect_id   uuid   NOT NULL,
    row_version bigint NOT NULL DEFAULT 0,
    officer_no  text   NOT NULL REFERENCES futari.staff_member (officer_no),
    role        text   NOT NULL,
    section     text,
    starts_on   date   NOT NULL,
    ends_on     date
);
CREATE INDEX access_grant_of_officer ON futari.access_grant (officer_no) INCLUDE (role, section, starts_on, ends_on);
COMMENT ON TABLE futari.access_grant IS '付与された権限。発効と失効は二人の手続だけで変わる(AUTH-13, AUTH-14)。';
COMMENT ON COLUMN futari.access_grant.role IS '役割。keycloak-realm/ の役割名と同じ。';
COMMENT ON COLUMN futari.access_grant.section IS '権限が及ぶ係。空はすべての係。';
COMMENT ON COLUMN futari.access_grant.ends_on IS '権限の最後の日。直ちに終えたときは、その前日。';

CREATE TABLE futari.terminal (
    id                 uuid    PRIMARY KEY,
    effect_id          uuid    NOT NULL,
    row_version        bigint  NOT NULL DEFAULT 0,
    terminal_no        text    NOT NULL UNIQUE CHECK (terminal_no ~ '^[0-9A-Z-]{1,20}$'),
    place              text    NOT NULL,
    counter_facing     boolean NOT NULL,
    businesses         text[]  NOT NULL DEFAULT '{}',
    secret_hash        bytea   NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
    certificate_sha256 bytea   UNIQUE CHECK (octet_length(certificate_sha256) = 32),
    starts_on          date    NOT NULL,
    ends_on            date
);
COMMENT ON TABLE futari.terminal IS '登録端末。ここにない端末からは利用できない(AUTH-05)。';
COMMENT ON COLUMN futari.terminal.counter_facing IS '窓口に向いているか。向いていれば氏名の一覧を控える設定ができる。';
COMMENT ON COLUMN futari.terminal.businesses IS '使える業務の符号。空はすべて。';
COMMENT ON COLUMN futari.terminal.secret_hash IS '端末の合い言葉(Cookie)のSHA-256。';
COMMENT ON COLUMN futari.terminal.certificate_sha256 IS '端末証明書の指紋(SHA-256)。本番の端末はこれで見分ける。';

CREATE TABLE futari.terminal_enrollment_ticket (
    id           uuid        PRIMARY KEY,
    terminal_no  text        NOT NULL REFERENCES futari.terminal (terminal_no),
    token_hash   bytea       NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    token        text,
    issued_at    timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    handed_to    text,
    handed_at    timestamptz,
    used_at      timestamptz
);
CREATE INDEX terminal_enrollment_ticket_of_terminal ON futari.terminal_enrollment_ticket (terminal_no);
COMMENT ON TABLE futari.terminal_enrollment_ticket IS '端末登録の一回限りのリンク。台帳ではない。';
COMMENT ON COLUMN futari.terminal_enrollment_ticket.token IS '渡すまでの間だけ持つ。渡すと消え、SHA-256 だけが残る。';
COMMENT ON COLUMN futari.terminal_enrollment_ticket.handed_to IS 'リンクを受け取った職員の職員番号。';

CREATE TABLE futari.staff_session (
    ref                uuid        PRIMARY KEY,
    username           text        NOT NULL,
    officer_no         text        NOT NULL,
    terminal_no        text,
    started_at         timestamptz NOT NULL DEFAULT now(),
    reauthenticated_at timestamptz NOT NULL DEFAULT now(),
    active_until       timestamptz NOT NULL DEFAULT now() + interval '5 minutes',
    expires_at         timestamptz NOT NULL DEFAULT now() + interval '12 hours',
    ended_at           timestamptz,
    end_reason         text,
    idp_session        text,
    idp_subject        text,
    narrowed_to        text[],
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX staff_session_open_of_officer ON futari.staff_session (officer_no) WHERE ended_at IS NULL;
CREATE INDEX staff_session_open_of_idp ON futari.staff_session (idp_session) WHERE ended_at IS NULL;
CREATE INDEX staff_session_open_of_subject ON futari.staff_session (idp_subject) WHERE ended_at IS NULL;
COMMENT ON TABLE futari.staff_session IS 'サインインからサインアウトまで。誰がどの端末で操作したかの土台(AUTH-17)。';
COMMENT ON COLUMN futari.staff_session.ref IS '参照番号。Cookie の値ではない。';
COMMENT ON COLUMN futari.staff_session.reauthenticated_at IS '最後に本人を確かめた時刻。';
COMMENT ON COLUMN futari.staff_session.active_until IS 'この時刻を過ぎると画面を覆い、本人を確かめるまで何もできない(AUTH-10)。';
COMMENT ON COLUMN futari.staff_session.end_reason IS 'signed-out, back-channel, right-ended, terminal-removed, other-terminal, replaced など。';
COMMENT ON COLUMN futari.staff_session.narrowed_to IS '認証サーバーが役割を絞ったときの役割。絞るだけで、増やさない。空は絞りなし。';

-- A session that ended stays ended, and belongs for ever to the person who began it.
CREATE FUNCTION futari.staff_session_stays_ended() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        RAISE EXCEPTION 'a staff session that ended stays ended' USING ERRCODE = 'check_violation';
    END IF;
    IF (NEW.ref, NEW.officer_no, NEW.username, NEW.started_at) IS DISTINCT FROM (OLD.ref, OLD.officer_no, OLD.username, OLD.started_at)
            OR NEW.terminal_no IS DISTINCT FROM OLD.terminal_no THEN
        RAISE EXCEPTION 'a staff session never changes its person or terminal' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER staff_session_stays_ended BEFORE UPDATE ON futari.staff_session
    FOR EACH ROW EXECUTE FUNCTION futari.staff_session_stays_ended();

GRANT SELECT, INSERT ON futari.staff_session TO futari_app;
GRANT UPDATE (reauthenticated_at, active_until, ended_at, end_reason, idp_session, narrowed_to) ON futari.staff_session TO futari_app;
GRANT SELECT, INSERT ON futari.terminal_enrollment_ticket TO futari_app;
GRANT UPDATE (token, handed_to, handed_at, used_at) ON futari.terminal_enrollment_ticket TO futari_app;

CALL futari.make_register('staff_member');
CALL futari.make_register('account');
CALL futari.make_register('access_grant');
CALL futari.make_register('terminal');
