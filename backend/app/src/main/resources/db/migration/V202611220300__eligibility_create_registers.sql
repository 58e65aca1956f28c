-- 資格の台帳: households with their numbers, and two nested periods a person (資格の期間 in the prefecture, 適用の期間 in the municipality).
-- Days are half-open: the first day inside, the first day outside. No two periods of one person overlap, whoever writes them.
CREATE TABLE insured_household (
    id            uuid PRIMARY KEY,
    effect_id     uuid NOT NULL,
    row_version   bigint NOT NULL DEFAULT 0,
    household_no  text NOT NULL UNIQUE,
    symbol        text NOT NULL,
    number        text NOT NULL,
    opened_on     date NOT NULL,
    CONSTRAINT insured_household_number UNIQUE (number, symbol)
);
COMMENT ON TABLE insured_household IS '国保の世帯。記号・番号は世帯に一つで、使い回さない。';
COMMENT ON COLUMN insured_household.household_no IS '住民基本台帳の世帯番号。';

CREATE TABLE household_headship (
    id                uuid PRIMARY KEY,
    effect_id         uuid NOT NULL,
    row_version       bigint NOT NULL DEFAULT 0,
    household_id      uuid NOT NULL REFERENCES insured_household,
    head_addressee_no text NOT NULL,
    from_day          date NOT NULL,
    until_day         date CHECK (until_day > from_day),
    CONSTRAINT household_one_head_a_day EXCLUDE USING gist (household_id WITH =, daterange(from_day, until_day) WITH &&)
);
COMMENT ON TABLE household_headship IS '世帯主の履歴。世帯主が被保険者でない日は擬制世帯主。';
CREATE INDEX household_headship_head ON household_headship (head_addressee_no);

CREATE TABLE branch_number (
    id            uuid PRIMARY KEY,
    effect_id     uuid NOT NULL,
    row_version   bigint NOT NULL DEFAULT 0,
    household_id  uuid NOT NULL REFERENCES insured_household,
    addressee_no  text NOT NULL,
    branch        int NOT NULL CHECK (branch BETWEEN 1 AND 99),
    CONSTRAINT branch_number_once UNIQUE (household_id, branch),
    CONSTRAINT branch_number_of_person UNIQUE (household_id, addressee_no)
);
COMMENT ON TABLE branch_number IS '枝番。世帯の中で一人に一つ、01から99まで、使い回さない。';

CREATE TABLE enrollment (
    id                  uuid PRIMARY KEY,
    effect_id           uuid NOT NULL,
    row_version         bigint NOT NULL DEFAULT 0,
    addressee_no        text NOT NULL,
    insured_from        date NOT NULL,
    acquired_on         date,
    lost_on             date CHECK (lost_on > insured_from),
    notice_kind         text NOT NULL CHECK (notice_kind IN ('into-prefecture', 'exclusion-ended', 'inside-prefecture')),
    acquisition_reason  text NOT NULL,
    acquisition_article text NOT NULL,
    loss_reason         text,
    case_no             text NOT NULL,
    CONSTRAINT enrollment_person UNIQUE (id, addressee_no),
    CONSTRAINT enrollment_acquired_here CHECK (acquired_on = insured_from OR acquired_on < insured_from AND notice_kind = 'inside-prefecture'
                                               OR acquired_on IS NULL AND notice_kind = 'inside-prefecture'),
    CONSTRAINT enrollment_loss_with_reason CHECK ((lost_on IS NULL) = (loss_reason IS NULL)),
    CONSTRAINT enrollment_never_overlaps EXCLUDE USING gist (addressee_no WITH =, daterange(insured_from, lost_on) WITH &&)
);
COMMENT ON TABLE enrollment IS '資格の期間（都道府県）。';
COMMENT ON COLUMN enrollment.insured_from IS 'この市が資格を知っている最初の日。2条・3条では資格取得日。';
COMMENT ON COLUMN enrollment.acquired_on IS '資格取得日。4条で取得日がまだ届いていないときは空。';
COMMENT ON COLUMN enrollment.lost_on IS '資格喪失日。この日から被保険者ではない。';

CREATE TABLE coverage (
    id            uuid PRIMARY KEY,
    effect_id     uuid NOT NULL,
    row_version   bigint NOT NULL DEFAULT 0,
    enrollment_id uuid NOT NULL,
    addressee_no  text NOT NULL,
    household_id  uuid NOT NULL,
    started_on    date NOT NULL,
    ended_on      date CHECK (ended_on > started_on),
    start_article text NOT NULL,
    end_reason    text,
    case_no       text NOT NULL,
    CONSTRAINT coverage_of_the_enrolled FOREIGN KEY (enrollment_id, addressee_no) REFERENCES enrollment (id, addressee_no),
    CONSTRAINT coverage_with_branch FOREIGN KEY (household_id, addressee_no) REFERENCES branch_number (household_id, addressee_no) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT coverage_end_with_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CONSTRAINT coverage_never_overlaps EXCLUDE USING gist (addressee_no WITH =, daterange(started_on, ended_on) WITH &&)
);
COMMENT ON TABLE coverage IS '適用の期間（市町村）。かならず資格の期間の内側にある。';
COMMENT ON COLUMN coverage.ended_on IS '適用終了日。この日からこの市の適用ではない。';
CREATE INDEX coverage_enrollment ON coverage (enrollment_id);
CREATE INDEX coverage_household ON coverage (household_id);

-- 適用は資格の内側: judged at the end of the transaction, so that both periods may be moved together.
CREATE FUNCTION coverage_inside_enrollment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM coverage c JOIN enrollment e ON e.id = c.enrollment_id
               WHERE e.id = CASE TG_TABLE_NAME WHEN 'coverage' THEN (to_jsonb(NEW) ->> 'enrollment_id')::uuid ELSE NEW.id END
                 AND NOT daterange(c.started_on, c.ended_on) <@ daterange(e.insured_from, e.lost_on)) THEN
        RAISE EXCEPTION USING ERRCODE = 'FT030', MESSAGE = 'eligibility.coverage.outside-enrollment';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER coverage_inside_enrollment AFTER INSERT OR UPDATE ON coverage DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION coverage_inside_enrollment();
CREATE CONSTRAINT TRIGGER enrollment_around_coverage AFTER UPDATE ON enrollment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION coverage_inside_enrollment();

CALL make_register('insured_household');
CALL make_register('household_headship');
CALL make_register('branch_number');
CALL make_register('enrollment');
CALL make_register('coverage');
