/** Whether a library's class is a declarative base, so that classes below it are mapped. */
export function isExternalRoot(name: string): boolean {
  return name === "sqlmodel.SQLModel" || name === "sqlalchemy.orm.DeclarativeBase";
}

/** The table name that a library's base makes of a class name, null for a base that makes none. */
export function externalRootTableName(base: string, className: string): string | null {
  return base === "sqlmodel.SQLModel" ? className.toLowerCase() : null;
}
