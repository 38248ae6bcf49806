import type { ColumnType } from "../schema/column.ts";

type Family = ColumnType["family"];

/**
 * How a type is written in DDL: `plain` ignores arguments, `length` appends its length, `precision` its precision and scale, `binary`
 * makes digits of bytes where it is told to (`binary=False`).
 */
export interface NamedType {
  readonly ddl: string;
  readonly family: Family;
  readonly form: "plain" | "length" | "precision" | "enum" | "binary";
  /** How stored values are converted when they are loaded. */
  readonly converted?: "pickle";
}

function named(form: NamedType["form"], family: Family, ddl: string, names: string): [string, NamedType][] {
  return names.split(" ").map((name) => [name, { ddl, family, form }]);
}

/** `visit_X` of SQLAlchemy's SQLite type compiler: what each generic type of `sqlalchemy` becomes. */
const GENERIC: ReadonlyMap<string, NamedType> = new Map([
  ...named("plain", "integer", "INTEGER", "Integer INTEGER INT"),
  ...named("plain", "integer", "BIGINT", "BigInteger BIGINT"),
  ...named("plain", "integer", "SMALLINT", "SmallInteger SMALLINT"),
  ...named("length", "string", "VARCHAR", "String VARCHAR Unicode"),
  ...named("length", "string", "NVARCHAR", "NVARCHAR"),
  ...named("length", "string", "CHAR", "CHAR"),
  ...named("length", "string", "NCHAR", "NCHAR"),
  ...named("length", "text", "TEXT", "Text TEXT UnicodeText"),
  ...named("plain", "text", "CLOB", "CLOB"),
  ...named("plain", "float", "FLOAT", "Float FLOAT"),
  ...named("plain", "float", "REAL", "REAL"),
  ...named("plain", "float", "DOUBLE", "Double DOUBLE"),
  ...named("plain", "float", "DOUBLE PRECISION", "DOUBLE_PRECISION"),
  ...named("precision", "numeric", "NUMERIC", "Numeric NUMERIC"),
  ...named("precision", "numeric", "DECIMAL", "DECIMAL"),
  ...named("plain", "boolean", "BOOLEAN", "Boolean BOOLEAN MatchType"),
  ...named("plain", "date", "DATE", "Date DATE"),
  ...named("plain", "datetime", "DATETIME", "DateTime DATETIME"),
  ...named("plain", "datetime", "TIMESTAMP", "TIMESTAMP"),
  ...named("plain", "time", "TIME", "Time TIME"),
  ...named("plain", "interval", "DATETIME", "Interval"),
  ...named("plain", "uuid", "CHAR(32)", "Uuid"),
  ...named("plain", "uuid", "UUID", "UUID"),
  ...named("plain", "json", "JSON", "JSON"),
  ...named("plain", "binary", "BLOB", "LargeBinary BLOB"),
  ["PickleType", { ddl: "BLOB", family: "binary", form: "plain", converted: "pickle" }],
  ...named("length", "binary", "BINARY", "BINARY"),
  ...named("length", "binary", "VARBINARY", "VARBINARY"),
  ...named("plain", "array", "ARRAY", "ARRAY"),
  ...named("enum", "enum", "VARCHAR", "Enum"),
]);

/** Types of other databases, which SQLite's compiler refuses; they keep the name their own database knows. */
const OF_DIALECTS: ReadonlyMap<string, NamedType> = new Map([
  ...named("plain", "json", "JSONB", "JSONB"),
  ...named("plain", "json", "HSTORE", "HSTORE"),
  ...named("plain", "interval", "INTERVAL", "INTERVAL"),
  ...named("plain", "binary", "BYTEA", "BYTEA"),
  ...named("plain", "string", "CITEXT", "CITEXT"),
  ...named("plain", "string", "INET", "INET"),
  ...named("plain", "string", "CIDR", "CIDR"),
  ...named("plain", "string", "MACADDR", "MACADDR"),
  ...named("plain", "string", "MACADDR8", "MACADDR8"),
  ...named("plain", "integer", "OID", "OID"),
  ...["INT4RANGE", "INT8RANGE", "NUMRANGE", "DATERANGE", "TSRANGE", "TSTZRANGE"].flatMap((name) =>
    named("plain", "unknown", name, name),
  ),
  ...named("plain", "text", "TSVECTOR", "TSVECTOR"),
  ...named("plain", "text", "LONGTEXT", "LONGTEXT"),
  ...named("plain", "text", "MEDIUMTEXT", "MEDIUMTEXT"),
  ...named("plain", "text", "TINYTEXT", "TINYTEXT"),
  ...named("plain", "integer", "TINYINT", "TINYINT"),
  ...named("plain", "integer", "MEDIUMINT", "MEDIUMINT"),
  ...named("plain", "integer", "INTEGER", "INTEGER"),
  ...named("plain", "binary", "LONGBLOB", "LONGBLOB"),
  ...named("plain", "binary", "MEDIUMBLOB", "MEDIUMBLOB"),
  ...named("plain", "binary", "TINYBLOB", "TINYBLOB"),
  ...named("plain", "integer", "YEAR", "YEAR"),
  ...named("plain", "numeric", "MONEY", "MONEY"),
  ...named("plain", "numeric", "SMALLMONEY", "SMALLMONEY"),
  ...named("plain", "uuid", "UNIQUEIDENTIFIER", "UNIQUEIDENTIFIER"),
  ...named("plain", "datetime", "DATETIME2", "DATETIME2"),
  ...named("plain", "datetime", "DATETIMEOFFSET", "DATETIMEOFFSET"),
  ...named("plain", "datetime", "SMALLDATETIME", "SMALLDATETIME"),
  ...named("plain", "text", "NTEXT", "NTEXT"),
  ...named("plain", "text", "XML", "XML"),
  ...named("plain", "binary", "IMAGE", "IMAGE"),
  ...named("plain", "binary", "ROWVERSION", "ROWVERSION"),
  ...named("plain", "unknown", "BIT", "BIT"),
  ...named("precision", "numeric", "NUMBER", "NUMBER"),
  ...named("length", "string", "VARCHAR2", "VARCHAR2"),
  ...named("length", "string", "NVARCHAR", "NVARCHAR2"),
  ...named("plain", "text", "NCLOB", "NCLOB"),
  ...named("length", "binary", "RAW", "RAW"),
  ...named("plain", "float", "BINARY_DOUBLE", "BINARY_DOUBLE"),
  ...named("plain", "float", "BINARY_FLOAT", "BINARY_FLOAT"),
  ...named("enum", "enum", "VARCHAR", "ENUM"),
  ...named("plain", "array", "ARRAY", "ARRAY"),
]);

/** The type behind a canonical name, null for a name that is no type this project knows. */
export function namedType(canonical: string): NamedType | null {
  if (canonical === "sqlmodel.AutoString") return GENERIC.get("String") ?? null;
  if (canonical === "sqlmodel.UTCDateTime") return GENERIC.get("DateTime") ?? null;
  const match = /^sqlalchemy\.(dialects\.\w+\.)?(\w+)$/.exec(canonical);
  if (match === null) return WELL_KNOWN.get(canonical) ?? null;
  const [, dialect, name = ""] = match;
  return (dialect === undefined ? null : OF_DIALECTS.get(name)) ?? GENERIC.get(name) ?? null;
}

/** Types of packages that many projects use, as they compile on SQLite. */
const WELL_KNOWN: ReadonlyMap<string, NamedType> = new Map([
  ["fastapi_users_db_sqlalchemy.types.GUID", { ddl: "CHAR(36)", family: "uuid", form: "plain" }],
  ["sqlalchemy_utils.EmailType", { ddl: "VARCHAR(255)", family: "string", form: "plain" }],
  ["sqlalchemy_utils.URLType", { ddl: "TEXT", family: "text", form: "plain" }],
  ["sqlalchemy_utils.UUIDType", { ddl: "BINARY(16)", family: "binary", form: "binary" }],
  ["sqlalchemy_utils.JSONType", { ddl: "TEXT", family: "json", form: "plain" }],
]);
