-- 工程の行為: what the rounds of a step leave behind; the functions that write it are in R__casework_act_functions.sql.
CREATE TABLE step_return (
    step_id     uuid NOT NULL REFERENCES step,
    round       int  NOT NULL,
    checker     text NOT NULL,
    session     uuid NOT NULL,
    fields      jsonb NOT NULL,
    note        text,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (step_id, round)
);
COMMENT ON TABLE step_return IS '差し戻し。どの項目をなぜ戻したか。確認者の打った値は入れない。';
CREATE TRIGGER step_return_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON step_return FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON step_return TO futari_app;

ALTER TABLE step ADD COLUMN definition_approval text CHECK (definition_approval IN ('case', 'list', 'standing'));
CREATE TABLE check_opening (
    step_id    uuid NOT NULL REFERENCES step,
    round      int  NOT NULL,
    officer_no text NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (step_id, round, officer_no)
);
COMMENT ON TABLE check_opening IS '確認者が提出の中身を開いた記録。開かずに承認はできない。';
CREATE TRIGGER check_opening_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_opening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON check_opening TO futari_app;

CREATE TABLE work_done (
    task_id    text PRIMARY KEY,
    case_id    uuid NOT NULL,
    step_id    uuid NOT NULL,
    round      int  NOT NULL,
    duty       text NOT NULL,
    officer_no text,
    claimed_at timestamptz,
    at         timestamptz NOT NULL
);
CREATE INDEX work_done_case ON work_done (case_id, at);
COMMENT ON TABLE work_done IS '終わった仕事。だれがいつ終えたかを、遅れて送った人に答えるため。';
GRANT SELECT, INSERT ON work_done TO futari_app;

-- 本人: the officers an entry names. All are kept; in force is what the latest entry of the step says, so that a mistyped number keeps nobody out for good.
CREATE TABLE concerned_officer (
    submission_id uuid NOT NULL REFERENCES submission,
    officer_no    text NOT NULL,
    case_id       uuid NOT NULL REFERENCES case_file,
    step_key      text NOT NULL,
    PRIMARY KEY (submission_id, officer_no)
);
CREATE INDEX concerned_officer_case ON concerned_officer (case_id);
COMMENT ON TABLE concerned_officer IS '本人。提出の中身が指している職員。その職員は、この案件の仕事をしない。';
CREATE TRIGGER concerned_officer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON concerned_officer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON concerned_officer TO futari_app;

CREATE VIEW interest AS
    SELECT case_id, officer_no, relation FROM declared_interest
    UNION ALL
    SELECT c.case_id, c.officer_no, 'concerned' FROM concerned_officer c JOIN submission named ON named.id = c.submission_id
    WHERE NOT EXISTS (SELECT FROM step s JOIN submission later ON later.step_id = s.id
                      WHERE s.case_id = c.case_id AND s.step_key = c.step_key AND later.at > named.at AND (s.id = named.step_id OR s.opened_at > named.at));
COMMENT ON VIEW interest IS '利害。申告した職員と、いま有効な提出が指している本人（concerned）。';
GRANT SELECT ON interest TO futari_app;
