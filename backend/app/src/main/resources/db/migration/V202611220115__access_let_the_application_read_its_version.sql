-- The application compares the schema's version with its own and refuses to start on another.
GRANT SELECT ON futari.flyway_schema_history TO futari_app;
