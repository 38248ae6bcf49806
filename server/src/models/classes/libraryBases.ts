/**
 * Base classes of libraries that add no column, relationship or table argument to a model. Any other class from outside the
 * workspace may, so a model with one is not known completely.
 */
const WITHOUT_COLUMNS: ReadonlySet<string> = new Set([
  "sqlmodel.SQLModel",
  "sqlalchemy.orm.DeclarativeBase",
  "sqlalchemy.orm.DeclarativeBaseNoMeta",
  "sqlalchemy.orm.MappedAsDataclass",
  "sqlalchemy.ext.asyncio.AsyncAttrs",
  "sqlalchemy.ext.declarative.ConcreteBase",
  "sqlalchemy.ext.declarative.AbstractConcreteBase",
  "flask_sqlalchemy.Model",
  "pydantic.BaseModel",
  "builtins.str",
  "builtins.int",
  "builtins.dict",
  "builtins.list",
  "enum.Enum",
  "typing.Generic",
  "typing.Protocol",
  "abc.ABC",
  "flask_login.UserMixin",
  "flask_login.mixins.UserMixin",
  "flask_login.AnonymousUserMixin",
  "flask_security.UserMixin",
  "flask_security.RoleMixin",
  "sqlalchemy_serializer.SerializerMixin",
]);

export function addsNoColumns(libraryClass: string): boolean {
  return WITHOUT_COLUMNS.has(libraryClass);
}
