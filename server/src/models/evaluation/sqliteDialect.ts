/** The name by which the dialect goes that types and defaults are read for. */
export const SQLITE_DIALECT = "sqlalchemy.dialects.sqlite.dialect";
