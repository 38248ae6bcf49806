import type { ColumnType } from "../../models/schema/column.ts";
import { stringLiteral } from "../../models/sqlText.ts";
import type { Dialect } from "../impact.ts";
import { identifier } from "./identifiers.ts";

/**
 * A column type as the compiler of a SQLAlchemy dialect writes it (`sqlalchemy/dialects/<dialect>/base.py`, `TypeCompiler`);
 * a type whose name is not known, and one that the dialect does not have, as SQLite writes it.
 */
export function columnType(declared: ColumnType, dialect: Dialect): string {
  const type = variantFor(declared, dialect);
  if (dialect === "sqlite" || type.name === null) return type.ddl;
  return WRITERS[dialect].get(type.name)?.(type, dialect) ?? type.ddl;
}

/** Why SQLAlchemy's compiler refuses the type, in its own words; null where it compiles. */
export function typeRefusal(type: ColumnType, dialect: Dialect): string | null {
  const actual = variantFor(type, dialect);
  const isUnsized = (actual.name === "String" || actual.name === "Unicode") && actual.length === null;
  if (dialect === "mysql" && isUnsized && actual.openSize === undefined)
    return "VARCHAR requires a length on dialect mysql";
  const isNamelessEnum = actual.name === "Enum" && isNative(actual) && actual.options?.enumName == null;
  if (dialect === "postgresql" && isNamelessEnum) return "PostgreSQL Enum type requires a name.";
  return null;
}

/** The name of the enumeration that a PostgreSQL column of the type is of; null where it is of none. */
export function nativeEnum(type: ColumnType, dialect: Dialect): string | null {
  const actual = variantFor(type, dialect);
  const isOne = dialect === "postgresql" && actual.family === "enum" && isNative(actual);
  return isOne ? (actual.options?.enumName ?? null) : null;
}

/** What `with_variant` chooses for the dialect. */
function variantFor(type: ColumnType, dialect: Dialect): ColumnType {
  const variants = type.options?.variants;
  return variants?.get(dialect) ?? variants?.get("default") ?? type;
}

type Writer = (type: ColumnType, dialect: Dialect) => string;

function isNative({ options }: ColumnType): boolean {
  return options?.native !== false;
}

const as =
  (text: string): Writer =>
  () =>
    text;

/** The length in parentheses, `without` where there is none. */
const sized =
  (name: string, without = name, unit = ""): Writer =>
  ({ length }) =>
    length === null ? without : `${name}(${length}${unit})`;

const zoned =
  (name: string): Writer =>
  ({ options }) =>
    `${name} ${options?.timezone ? "WITH" : "WITHOUT"} TIME ZONE`;

const either =
  (native: Writer, other: Writer): Writer =>
  (type, dialect) =>
    (isNative(type) ? native : other)(type, dialect);

const asOnSqlite: Writer = ({ ddl }) => ddl;

const float: Writer = ({ ddl, options }) => (options?.precision == null ? ddl : `${ddl}(${options.precision})`);

const arrayOf: Writer = ({ ddl, options }, dialect) =>
  options?.item === undefined ? ddl : columnType(options.item, dialect) + "[]".repeat(options.dimensions ?? 1);

function writers(entries: Readonly<Record<string, Writer>>): ReadonlyMap<string, Writer> {
  return new Map(Object.entries(entries).flatMap(([names, writer]) => names.split(" ").map((name) => [name, writer])));
}

const WRITERS: Readonly<Record<Exclude<Dialect, "sqlite">, ReadonlyMap<string, Writer>>> = {
  postgresql: writers({
    "DateTime TIMESTAMP": zoned("TIMESTAMP"),
    UTCDateTime: as("TIMESTAMP WITH TIME ZONE"),
    "Time TIME": zoned("TIME"),
    Interval: either(as("INTERVAL"), as("TIMESTAMP WITHOUT TIME ZONE")),
    Uuid: either(as("UUID"), asOnSqlite),
    "LargeBinary PickleType": as("BYTEA"),
    Double: as("DOUBLE PRECISION"),
    "Float FLOAT": float,
    "Enum ENUM": either(
      ({ ddl, options }) => (options?.enumName == null ? ddl : identifier(options.enumName, "postgresql")),
      asOnSqlite,
    ),
    ARRAY: arrayOf,
    GUID: as("UUID"),
  }),
  mysql: writers({
    AutoString: sized("VARCHAR", "VARCHAR(255)"),
    NVARCHAR: sized("NATIONAL VARCHAR"),
    NCHAR: sized("NATIONAL CHAR"),
    LargeBinary: sized("BLOB"),
    "Boolean BOOLEAN": as("BOOL"),
    "Float FLOAT": float,
    "Enum ENUM": either(
      ({ ddl, enumValues }) => (enumValues === null ? ddl : `ENUM(${enumValues.map(stringLiteral).join(",")})`),
      asOnSqlite,
    ),
  }),
  mssql: writers({
    "String VARCHAR AutoString Text": sized("VARCHAR", "VARCHAR(max)"),
    "Unicode NVARCHAR UnicodeText": sized("NVARCHAR", "NVARCHAR(max)"),
    LargeBinary: sized("VARBINARY", "VARBINARY(max)"),
    PickleType: as("VARBINARY(max)"),
    JSON: as("NVARCHAR(max)"),
    Boolean: as("BIT"),
    DateTime: ({ ddl, options }) => (options?.timezone ? "DATETIMEOFFSET" : ddl),
    UTCDateTime: as("DATETIMEOFFSET"),
    Uuid: either(as("UNIQUEIDENTIFIER"), asOnSqlite),
    GUID: as("VARCHAR(36)"),
    Double: as("DOUBLE PRECISION"),
    "Float FLOAT": float,
  }),
  oracle: writers({
    BigInteger: as("NUMBER(19)"),
    "String Unicode AutoString": sized("VARCHAR2", "VARCHAR2", " CHAR"),
    "VARCHAR Enum": sized("VARCHAR", "VARCHAR", " CHAR"),
    "NVARCHAR NVARCHAR2": sized("NVARCHAR2"),
    "Text UnicodeText": as("CLOB"),
    Boolean: as("SMALLINT"),
    "DateTime UTCDateTime": as("DATE"),
    TIMESTAMP: ({ ddl, options }) => (options?.timezone ? "TIMESTAMP WITH TIME ZONE" : ddl),
    Interval: either(as("INTERVAL DAY TO SECOND"), as("DATE")),
    Double: as("DOUBLE PRECISION"),
  }),
};
