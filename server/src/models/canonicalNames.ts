/**
 * One name for each thing of a library, whatever path it was imported by. A name counts as SQLAlchemy's or SQLModel's
 * because of where it comes from, so everything downstream compares these canonical names only.
 */

/** Modules that hand out the names of another one. The longest matching module wins. */
const SAME_MODULE: ReadonlyMap<string, string> = new Map([
  ["sqlalchemy.schema", "sqlalchemy"],
  ["sqlalchemy.types", "sqlalchemy"],
  ["sqlalchemy.sql", "sqlalchemy"],
  ["sqlalchemy.sql.schema", "sqlalchemy"],
  ["sqlalchemy.sql.sqltypes", "sqlalchemy"],
  ["sqlalchemy.sql.type_api", "sqlalchemy"],
  ["sqlalchemy.sql.expression", "sqlalchemy"],
  // `from sqlalchemy import sql; sql.expression.false()`: `sqlalchemy.sql` has become `sqlalchemy` by then.
  ["sqlalchemy.expression", "sqlalchemy"],
  ["sqlalchemy.sqltypes", "sqlalchemy"],
  ["sqlalchemy.sql.elements", "sqlalchemy"],
  ["sqlalchemy.sql.functions", "sqlalchemy.func"],
  ["sqlalchemy.sql.func", "sqlalchemy.func"],
  ["sqlalchemy.engine", "sqlalchemy"],
  ["sqlalchemy.inspection", "sqlalchemy"],
  ["sqlalchemy.orm.decl_api", "sqlalchemy.orm"],
  ["sqlalchemy.orm.decl_base", "sqlalchemy.orm"],
  ["sqlalchemy.orm.base", "sqlalchemy.orm"],
  ["sqlalchemy.orm.relationships", "sqlalchemy.orm"],
  ["sqlalchemy.orm.properties", "sqlalchemy.orm"],
  ["sqlalchemy.orm.mapper", "sqlalchemy.orm"],
  ["sqlalchemy.orm.interfaces", "sqlalchemy.orm"],
  ["sqlalchemy.orm.dynamic", "sqlalchemy.orm"],
  ["sqlalchemy.orm.writeonly", "sqlalchemy.orm"],
  ["sqlalchemy.orm.session", "sqlalchemy.orm"],
  ["sqlalchemy.orm.attributes", "sqlalchemy.orm"],
  ["sqlalchemy.ext.declarative.api", "sqlalchemy.ext.declarative"],
  ["sqlalchemy.ext.declarative.extensions", "sqlalchemy.ext.declarative"],
  ["sqlalchemy.dialects.postgresql.base", "sqlalchemy.dialects.postgresql"],
  ["sqlalchemy.dialects.postgresql.json", "sqlalchemy.dialects.postgresql"],
  ["sqlalchemy.dialects.postgresql.array", "sqlalchemy.dialects.postgresql"],
  ["sqlmodel.main", "sqlmodel"],
  ["sqlmodel.sql.sqltypes", "sqlmodel"],
  ["sqlmodel.sql.expression", "sqlmodel"],
  ["typing_extensions", "typing"],
  ["pydantic.main", "pydantic"],
  ["pydantic.fields", "pydantic"],
  ["pydantic.types", "pydantic"],
  ["pydantic.networks", "pydantic"],
  ["flask_sqlalchemy.model", "flask_sqlalchemy"],
  // Where extensions were imported from before Flask 1.0.
  ["flask.ext.sqlalchemy", "flask_sqlalchemy"],
  ["flask_sqlalchemy.extension", "flask_sqlalchemy"],
]);

/** Single names that are spelt differently in different places. */
const SAME_NAME: ReadonlyMap<string, string> = new Map([
  // Wrappers for SQLAlchemy's own tests, which editors offer to import.
  ["sqlalchemy.testing.schema.Column", "sqlalchemy.Column"],
  ["sqlalchemy.testing.schema.Table", "sqlalchemy.Table"],
  ["sqlalchemy.testing.schema.mapped_column", "sqlalchemy.orm.mapped_column"],
  ["sqlalchemy.orm.relation", "sqlalchemy.orm.relationship"],
  ["sqlalchemy.orm.RelationshipProperty", "sqlalchemy.orm.relationship"],
  ["sqlalchemy.orm.Relationship", "sqlalchemy.orm.relationship"],
  ["sqlalchemy.orm._RelationshipDeclared", "sqlalchemy.orm.relationship"],
  ["sqlalchemy.orm.MappedColumn", "sqlalchemy.orm.mapped_column"],
  ["sqlalchemy.ext.declarative.declarative_base", "sqlalchemy.orm.declarative_base"],
  ["sqlalchemy.ext.declarative.declared_attr", "sqlalchemy.orm.declared_attr"],
  ["sqlalchemy.ext.declarative.as_declarative", "sqlalchemy.orm.as_declarative"],
  ["sqlalchemy.ext.declarative.has_inherited_table", "sqlalchemy.orm.has_inherited_table"],
  ["sqlalchemy.ext.declarative.DeclarativeMeta", "sqlalchemy.orm.DeclarativeMeta"],
  ["sqlalchemy.ext.declarative.synonym_for", "sqlalchemy.orm.synonym_for"],
  ["sqlalchemy.orm.Query", "sqlalchemy.orm.Query"],
  ["sqlalchemy.func.func", "sqlalchemy.func"],
  ["typing.List", "builtins.list"],
  ["typing.Set", "builtins.set"],
  ["typing.FrozenSet", "builtins.frozenset"],
  ["typing.Dict", "builtins.dict"],
  ["typing.Tuple", "builtins.tuple"],
  ["typing.Type", "builtins.type"],
  ["typing.Text", "builtins.str"],
  ["typing.Sequence", "collections.abc.Sequence"],
  ["typing.Iterable", "collections.abc.Iterable"],
  ["typing.Collection", "collections.abc.Collection"],
  ["typing.Mapping", "collections.abc.Mapping"],
  ["typing.MutableMapping", "collections.abc.MutableMapping"],
  ["typing.MutableSequence", "collections.abc.MutableSequence"],
  ["typing.AbstractSet", "collections.abc.Set"],
  ["flask_sqlalchemy.SQLAlchemy", "flask_sqlalchemy.SQLAlchemy"],
]);

/** What `sqlmodel` itself defines; every other name of it is SQLAlchemy's, handed through. */
const SQLMODEL_OWN: ReadonlySet<string> = new Set([
  "SQLModel",
  "Field",
  "Relationship",
  "Session",
  "AutoString",
  "UTCDateTime",
  "main",
  "sql",
  "orm",
  "ext",
  "pool",
  "default_registry",
  "_compat",
]);

/** Names of pydantic that `sqlmodel` hands through. */
const PYDANTIC_THROUGH_SQLMODEL: ReadonlySet<string> = new Set(["Discriminator", "Tag"]);

/** Names that belong to `sqlalchemy.orm`, for objects that offer core and ORM names together (`db.relationship`). */
const ORM_NAMES: ReadonlySet<string> = new Set([
  "relationship",
  "relation",
  "backref",
  "mapped_column",
  "Mapped",
  "DynamicMapped",
  "WriteOnlyMapped",
  "column_property",
  "deferred",
  "synonym",
  "composite",
  "declared_attr",
  "dynamic_loader",
  "foreign",
  "remote",
  "aliased",
  "joinedload",
  "selectinload",
  "sessionmaker",
  "scoped_session",
  "declarative_base",
  "registry",
  "DeclarativeBase",
  "MappedAsDataclass",
  "validates",
  "reconstructor",
  "query_expression",
  "mapper",
  "configure_mappers",
  "object_session",
  "Session",
  "Query",
]);

/** The canonical form of a dotted name of a library outside the workspace. */
export function canonicalName(dotted: string): string {
  const split = dotted.lastIndexOf(".");
  if (split < 0) return dotted;
  const module = canonicalModule(dotted.slice(0, split));
  const name = dotted.slice(split + 1);
  if (module === "sqlmodel" && !SQLMODEL_OWN.has(name)) {
    return PYDANTIC_THROUGH_SQLMODEL.has(name) ? `pydantic.${name}` : `sqlalchemy.${name}`;
  }
  const joined = `${module}.${name}`;
  return SAME_NAME.get(joined) ?? joined;
}

function canonicalModule(module: string): string {
  const same = SAME_MODULE.get(module);
  if (same !== undefined) return same;
  return module;
}

/** The canonical name behind an attribute of a Flask-SQLAlchemy extension object, such as `db.Column`. */
export function flaskSqlalchemyAttribute(name: string): string {
  if (name === "Model" || name === "Query") return `flask_sqlalchemy.${name}`;
  return canonicalName(ORM_NAMES.has(name) ? `sqlalchemy.orm.${name}` : `sqlalchemy.${name}`);
}
