-- 見くらべるまとまり: several compared fields of one box of the paper are one item of the check; the record stays one row per field (decision 0013).
ALTER TABLE futari.check_item ADD COLUMN item text;
UPDATE futari.check_item SET item = key;
ALTER TABLE futari.check_item ALTER COLUMN item SET NOT NULL;
-- What is typed blind is never shown among others.
ALTER TABLE futari.check_item ADD CONSTRAINT check_item_blind_alone CHECK (kind = 'compare' OR item = key);
COMMENT ON COLUMN futari.check_item.item IS '1つの答えで確かめる項目。まとまりの中の欄は同じ値になる。';
