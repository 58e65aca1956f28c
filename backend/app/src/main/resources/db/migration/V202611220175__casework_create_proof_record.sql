CREATE TABLE proof_record (
    id          uuid   PRIMARY KEY,
    effect_id   uuid   NOT NULL,
    row_version bigint NOT NULL DEFAULT 0,
    amount      bigint NOT NULL,
    remark      text   NOT NULL
);
COMMENT ON TABLE proof_record IS '二人確認の試しの台帳。攻撃の試験と測定に使う。';
CALL make_register('proof_record');
