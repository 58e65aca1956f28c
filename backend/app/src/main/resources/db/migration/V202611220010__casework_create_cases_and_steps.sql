-- 案件・工程・仕事（受信箱）。Case rows, drafts, claims and the inbox are no registers.
CREATE SEQUENCE case_number AS bigint CACHE 20;
CREATE TABLE case_file (
    id             uuid PRIMARY KEY,
    case_no        text NOT NULL UNIQUE,
    kind           text NOT NULL,
    process_id     text NOT NULL,
    definition     text NOT NULL,
    title          text NOT NULL,
    subject_name   text,
    household_name text,
    birth_date     date,
    insured_number text,
    addressees     text[] NOT NULL DEFAULT '{}',
    section        text NOT NULL,
    channel        text,
    received_on    date NOT NULL,
    counter_note   text,
    waiting        boolean NOT NULL DEFAULT false,
    due            timestamptz,
    due_basis      text,
    params         jsonb NOT NULL DEFAULT '{}',
    state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'withdrawn')),
    end_event      text,
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    opened_by      text NOT NULL,
    closed_at      timestamptz
) WITH (fillfactor = 85);
CREATE INDEX case_file_addressees ON case_file USING gin (addressees);
CREATE INDEX case_file_running_number ON case_file (right(case_no, 6));   -- people say the last six digits
CREATE INDEX case_file_subject_name ON case_file (subject_name COLLATE "C");
COMMENT ON TABLE case_file IS '案件。氏名と宛名番号は一覧に出すための写しで、台帳ではない。';

CREATE TABLE step (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES case_file,
    step_key   text NOT NULL,
    entry      text NOT NULL,
    round      int  NOT NULL DEFAULT 1,
    state      text NOT NULL DEFAULT 'doing' CHECK (state IN ('doing', 'checking', 'confirmed', 'withdrawn')),
    apart_from text[] NOT NULL DEFAULT '{}',
    apart_lifted text,
    opened_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at  timestamptz,
    UNIQUE (case_id, step_key, entry)
) WITH (fillfactor = 80);
COMMENT ON COLUMN step.entry IS 'エンジンの中の、この工程への1回の入り。差し戻しは同じ入りの次の回。';
COMMENT ON COLUMN step.apart_from IS '離す工程。この入りが開いたときに一度だけ決まり、どの回でも変わらない。';
COMMENT ON COLUMN step.apart_lifted IS '離さなかった理由。人が足りず、離す工程をなしにしたときだけ入る。';

CREATE TABLE step_contributor (
    step_id    uuid NOT NULL REFERENCES step,
    officer_no text NOT NULL,
    round      int  NOT NULL,
    how        text NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (step_id, officer_no)
);
COMMENT ON TABLE step_contributor IS 'この工程に値を入れた人。どの回でも、代わりの人でも、確認はできない。';

CREATE TABLE work_item (
    task_id        text PRIMARY KEY,
    case_id        uuid NOT NULL REFERENCES case_file,
    step_id        uuid NOT NULL REFERENCES step,
    step_key       text NOT NULL,
    duty           text NOT NULL CHECK (duty IN ('do', 'check')),
    round          int  NOT NULL,
    queue          text NOT NULL,
    roles          text[] NOT NULL,
    section        text NOT NULL,
    due            timestamptz NOT NULL DEFAULT 'infinity',
    claimed_by     text,
    claimed_at     timestamptz,
    held_until     date,
    hold_reason    text,
    returned       boolean NOT NULL DEFAULT false,
    version        int NOT NULL DEFAULT 1,
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX work_item_free ON work_item (queue, due, task_id) WHERE claimed_by IS NULL AND held_until IS NULL;
CREATE INDEX work_item_queue ON work_item (queue, due, task_id);
CREATE INDEX work_item_claimed ON work_item (claimed_by, due, task_id) WHERE claimed_by IS NOT NULL;
CREATE INDEX work_item_case ON work_item (case_id);
CREATE INDEX work_item_step ON work_item (step_id);

-- Who may not act on an open task: contributors of the step, and the people of the steps it stays apart from.
CREATE TABLE work_item_excluded (
    officer_no text NOT NULL,
    task_id    text NOT NULL REFERENCES work_item ON DELETE CASCADE,
    why        text NOT NULL CHECK (why IN ('contributor', 'apart', 'interest')),
    PRIMARY KEY (officer_no, task_id, why)
);
CREATE INDEX work_item_excluded_task ON work_item_excluded (task_id);

CREATE TABLE declared_interest (
    case_id    uuid NOT NULL REFERENCES case_file,
    officer_no text NOT NULL,
    relation   text NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, officer_no)
);
COMMENT ON TABLE declared_interest IS '利害の申告（本人・家族・同じ住所）。申告した人はこの案件の仕事をしない。';

-- Counts of a queue: changes are appended and folded later, so that no two acts wait for one counter row.
CREATE TABLE queue_count (queue text NOT NULL, n int NOT NULL, free int NOT NULL);
CREATE INDEX queue_count_queue ON queue_count (queue);
CREATE FUNCTION work_item_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = futari, pg_temp AS $$
DECLARE
    was_free int := 0;
    is_free  int := 0;
BEGIN
    IF TG_OP <> 'INSERT' THEN was_free := (OLD.claimed_by IS NULL AND OLD.held_until IS NULL)::int; END IF;
    IF TG_OP <> 'DELETE' THEN is_free := (NEW.claimed_by IS NULL AND NEW.held_until IS NULL)::int; END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO queue_count VALUES (NEW.queue, 1, is_free);
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO queue_count VALUES (OLD.queue, -1, -was_free);
    ELSIF was_free <> is_free THEN
        INSERT INTO queue_count VALUES (NEW.queue, 0, is_free - was_free);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER work_item_count AFTER INSERT OR DELETE OR UPDATE OF claimed_by, held_until ON work_item FOR EACH ROW EXECUTE FUNCTION work_item_count();

-- A returned check goes back to its checker by itself, unless they have contributed in between: then it is free for others.
CREATE FUNCTION work_item_opens_for_no_contributor() RETURNS trigger LANGUAGE plpgsql SET search_path = futari, pg_temp AS $$
BEGIN
    IF NEW.duty = 'check' AND EXISTS (SELECT FROM step_contributor WHERE step_id = NEW.step_id AND officer_no = NEW.claimed_by) THEN
        NEW.claimed_by := NULL;
        NEW.claimed_at := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER work_item_opens_for_no_contributor BEFORE INSERT ON work_item FOR EACH ROW EXECUTE FUNCTION work_item_opens_for_no_contributor();

CREATE TABLE draft (
    step_id    uuid NOT NULL REFERENCES step,
    round      int  NOT NULL,
    officer_no text NOT NULL,
    form_key   text NOT NULL,
    form_digest text NOT NULL,
    field_values text NOT NULL,
    version    int  NOT NULL DEFAULT 1,
    saved_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (step_id, round, officer_no)
) WITH (fillfactor = 70);
COMMENT ON TABLE draft IS '下書き。打った文字を失わないため。30日で消える。';

CREATE TABLE idempotent_request (
    key        uuid NOT NULL,
    officer_no text NOT NULL,
    route      text NOT NULL,
    status     int,
    answer     text,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    target     text NOT NULL DEFAULT '',
    PRIMARY KEY (key, officer_no)
);
COMMENT ON COLUMN idempotent_request.target IS '何についての、どんな内容の送信か（道と本文の SHA-256）。個人番号になりうる値は含めない。';
CREATE INDEX idempotent_request_at ON idempotent_request (at);

GRANT USAGE ON SEQUENCE case_number TO futari_app;
GRANT SELECT, INSERT, UPDATE ON case_file, step TO futari_app;
GRANT SELECT, INSERT ON step_contributor, declared_interest TO futari_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON work_item, work_item_excluded, draft, idempotent_request, queue_count TO futari_app;
