-- Run once per cluster by the database administrator, connected to any database. Passwords are set afterwards with ALTER ROLE … PASSWORD.
-- futari_owner migrates and owns; futari_app runs the application and owns nothing; futari_vault owns the vault and cannot log in.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'futari_vault') THEN
        CREATE ROLE futari_vault NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'futari_owner') THEN
        CREATE ROLE futari_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'futari_app') THEN
        CREATE ROLE futari_app LOGIN;
    END IF;
END
$$;
GRANT futari_vault TO futari_owner;
