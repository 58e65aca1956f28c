-- 宛名: people and households as the register hands them over. Registers: loaded by a list approval, kept by a standing one.
CREATE TABLE person (
    id                uuid   PRIMARY KEY,
    effect_id         uuid   NOT NULL,
    row_version       bigint NOT NULL DEFAULT 0,
    addressee_no      text COLLATE "C" NOT NULL UNIQUE CHECK (addressee_no ~ '^[0-9]{1,15}$' AND addressee_no !~ '^[0-9]{12}$'),
    name              text   NOT NULL CHECK (name <> ''),
    kana              text   NOT NULL,
    alias             text,
    alias_kana        text,
    roman_name        text,
    birth_date        date   NOT NULL,
    sex               text   NOT NULL CHECK (sex IN ('1', '2', '9')),
    postal_code       text   CHECK (postal_code ~ '^[0-9]{7}$'),
    address           text   NOT NULL,
    address_note      text,
    former_address    text,
    protected_person  boolean NOT NULL DEFAULT false,
    nationality       text,
    residence_status  text,
    residence_until   date,
    since             date   NOT NULL,
    until             date,
    name_folded       text COLLATE "C" NOT NULL,
    given_folded      text COLLATE "C" NOT NULL,
    kana_folded       text COLLATE "C" NOT NULL,
    given_kana_folded text COLLATE "C" NOT NULL,
    address_folded    text COLLATE "C" NOT NULL,
    CHECK (until IS NULL OR until >= since)
);
CREATE INDEX person_kana ON person (kana_folded, addressee_no);
CREATE INDEX person_given_kana ON person (given_kana_folded);
CREATE INDEX person_kana_part ON person USING gin (kana_folded gin_trgm_ops);
CREATE INDEX person_name ON person (name_folded, addressee_no);
CREATE INDEX person_given ON person (given_folded);
CREATE INDEX person_name_part ON person USING gin (name_folded gin_trgm_ops);
CREATE INDEX person_address_part ON person USING gin (address_folded gin_trgm_ops);
CREATE INDEX person_birth_date ON person (birth_date, kana_folded);
COMMENT ON TABLE person IS '宛名（台帳）。住民と住民でない人。氏名の文字は渡されたとおりで、直さない。個人番号は持たない。';
COMMENT ON COLUMN person.addressee_no IS '宛名番号。庁内だけの鍵。12けたの番号は個人番号と紛れるので受けない。';
COMMENT ON COLUMN person.alias IS '通称（外国人）。';
COMMENT ON COLUMN person.sex IS '1 男、2 女、9 不詳。';
COMMENT ON COLUMN person.address_note IS '方書。';
COMMENT ON COLUMN person.protected_person IS '支援措置（DV等）。住所は決められた職務の人にだけ見せる。';
COMMENT ON COLUMN person.until IS '住民でなくなった日（転出・死亡など）。';
COMMENT ON COLUMN person.address_folded IS '検索のための形。住所と方書。';
COMMENT ON COLUMN person.name_folded IS '検索のための形。異体字を同じとみなし、空白と異体字の選択子を除いたもの。';

CREATE TABLE household (
    id           uuid   PRIMARY KEY,
    effect_id    uuid   NOT NULL,
    row_version  bigint NOT NULL DEFAULT 0,
    household_no text COLLATE "C" NOT NULL UNIQUE CHECK (household_no ~ '^[0-9]{1,15}$' AND household_no !~ '^[0-9]{12}$'),
    since        date   NOT NULL,
    until        date
);
COMMENT ON TABLE household IS '世帯（台帳）。';

CREATE TABLE household_member (
    id           uuid   PRIMARY KEY,
    effect_id    uuid   NOT NULL,
    row_version  bigint NOT NULL DEFAULT 0,
    household_no text COLLATE "C" NOT NULL REFERENCES household (household_no),
    addressee_no text COLLATE "C" NOT NULL REFERENCES person (addressee_no),
    relationship text   NOT NULL,
    since        date   NOT NULL,
    until        date
);
CREATE UNIQUE INDEX household_member_one_household ON household_member (addressee_no) WHERE until IS NULL;
CREATE UNIQUE INDEX household_member_one_head ON household_member (household_no) WHERE until IS NULL AND relationship = '世帯主';
CREATE INDEX household_member_household ON household_member (household_no);
CREATE INDEX household_member_person ON household_member (addressee_no);
COMMENT ON TABLE household_member IS '世帯員（台帳）。世帯ごとに世帯主は1人、1人は1つの世帯に。';
COMMENT ON COLUMN household_member.relationship IS '世帯主との続柄（世帯主、妻、夫、子、父、母、子の子、同居人 など）。';

CALL futari.make_register('person');
CALL futari.make_register('household');
CALL futari.make_register('household_member');
