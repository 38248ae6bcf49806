import type { Column, Table } from "../models/schema.ts";
import type { Dialect } from "./impact.ts";

/**
 * The column type as SQLAlchemy's dialect emits it, as far as the family and length tell: generic types only. A type that
 * the source names outright (`VARCHAR(50)`) is emitted as it is.
 */
export function columnType(column: Column, table: Table, dialect: Dialect): string {
  const { ddl, family, length } = column.type;
  switch (dialect) {
    case "sqlite":
      return ddl;
    case "postgresql":
      if (isAutoincrement(column, table)) return ddl === "BIGINT" ? "BIGSERIAL" : "SERIAL";
      return postgresqlTypes[family] ?? ddl;
    case "mysql":
      if (isAutoincrement(column, table)) return `${ddl} AUTO_INCREMENT`;
      if (family === "string" && length === null) return "VARCHAR(255)";
      return mysqlTypes[family] ?? ddl;
    case "mssql":
      if (isAutoincrement(column, table)) return `${ddl} IDENTITY`;
      if (family === "string" && length === null) return "VARCHAR(max)";
      return mssqlTypes[family] ?? ddl;
    case "oracle":
      if (family === "string") return `VARCHAR2(${length ?? 255} CHAR)`;
      return oracleTypes[family] ?? ddl;
  }
}

type TypeNames = Partial<Record<Column["type"]["family"], string>>;

const postgresqlTypes: TypeNames = {
  datetime: "TIMESTAMP WITHOUT TIME ZONE",
  time: "TIME WITHOUT TIME ZONE",
  interval: "INTERVAL",
  uuid: "UUID",
  binary: "BYTEA",
};

const mysqlTypes: TypeNames = { boolean: "BOOL", uuid: "CHAR(32)", interval: "DATETIME" };

const mssqlTypes: TypeNames = {
  boolean: "BIT",
  uuid: "UNIQUEIDENTIFIER",
  text: "VARCHAR(max)",
  json: "NVARCHAR(max)",
  binary: "VARBINARY(max)",
  interval: "DATETIME",
};

const oracleTypes: TypeNames = {
  boolean: "SMALLINT",
  datetime: "DATE",
  text: "CLOB",
  json: "CLOB",
  interval: "INTERVAL DAY TO SECOND",
  uuid: "CHAR(32)",
};

/** SQLAlchemy lets the database count an integer primary key of one column that is no foreign key. */
function isAutoincrement(column: Column, table: Table): boolean {
  return (
    column.type.family === "integer" &&
    table.primaryKey.length === 1 &&
    table.primaryKey[0] === column.name &&
    column.serverDefault === null &&
    !table.foreignKeys.some(({ columns }) => columns.includes(column.name))
  );
}
