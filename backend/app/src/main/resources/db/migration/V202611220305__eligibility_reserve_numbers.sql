-- 採番の予約: the numbers a decision proposes. No register: a reserved number insures nobody; it only can never be given to anybody else.
CREATE SEQUENCE insured_household_running MINVALUE 0 START 0;
CREATE TABLE reserved_household_number (
    household_no text PRIMARY KEY,
    symbol       text NOT NULL,
    number       text NOT NULL,
    case_id      uuid NOT NULL,
    reserved_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (symbol, number)
);
CREATE TABLE reserved_branch_number (
    household_no text NOT NULL REFERENCES reserved_household_number,
    addressee_no text NOT NULL,
    branch       int NOT NULL CHECK (branch BETWEEN 1 AND 99),
    case_id      uuid NOT NULL,
    reserved_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (household_no, addressee_no),
    UNIQUE (household_no, branch)
);
COMMENT ON TABLE reserved_household_number IS '記号・番号の予約。決定が認められなくても、ほかの世帯には出さない。';
COMMENT ON TABLE reserved_branch_number IS '枝番の予約。ほかの人には出さない。';
GRANT SELECT, INSERT ON reserved_household_number, reserved_branch_number TO futari_app;
GRANT USAGE ON SEQUENCE insured_household_running TO futari_app;
