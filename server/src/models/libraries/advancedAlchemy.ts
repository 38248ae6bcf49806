function primaryKeyBase(name: string, column: string): string {
  return `
class ${name}PrimaryKey:
${column}

class ${name}Base(${name}PrimaryKey, CommonTableAttributes, AdvancedDeclarativeBase):
    __abstract__ = True

class ${name}AuditBase(CommonTableAttributes, ${name}PrimaryKey, AuditColumns, AdvancedDeclarativeBase):
    __abstract__ = True
`;
}

const UUID_KEY = "    id: Mapped[UUID] = mapped_column(GUID, primary_key=True, sort_order=-100)";

const SENTINEL = `
    @declared_attr
    def _sentinel(cls) -> Mapped[int]:
        return mapped_column(name="sa_orm_sentinel", nullable=True, sort_order=3001, use_existing_column=True)`;

const INTEGER_KEY = `
    @declared_attr
    def id(cls) -> Mapped[int]:
        return mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, sort_order=-100)`;

const BASES = `
import datetime
import re
from typing import Any
from uuid import UUID
from sqlalchemy import BINARY, BigInteger, Date, DateTime, Integer, JSON, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, has_inherited_table, mapped_column, registry

GUID = BINARY(16).with_variant(Uuid(), "postgresql", "mssql")

orm_registry = registry(
    metadata=MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    ),
    type_annotation_map={
        UUID: GUID,
        datetime.datetime: DateTime(timezone=True),
        datetime.date: Date,
        dict: JSON,
        dict[str, Any]: JSON,
        dict[str, str]: JSON,
    },
)

class AdvancedDeclarativeBase(DeclarativeBase):
    __abstract__ = True
    registry = orm_registry

class BasicAttributes:
    pass

class CommonTableAttributes(BasicAttributes):
    @declared_attr.directive
    def __tablename__(cls):
        if has_inherited_table(cls):
            return None
        return re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\\1", cls.__name__).lower()

class AuditColumns:
    created_at: Mapped[datetime.datetime] = mapped_column(DateTime(timezone=True), sort_order=3002)
    updated_at: Mapped[datetime.datetime] = mapped_column(DateTime(timezone=True), sort_order=3003, onupdate=datetime.datetime.now)

class DefaultBase(CommonTableAttributes, AdvancedDeclarativeBase):
    __abstract__ = True
${primaryKeyBase("UUID", UUID_KEY + SENTINEL)}
${primaryKeyBase("UUIDv6", UUID_KEY + SENTINEL)}
${primaryKeyBase("UUIDv7", UUID_KEY + SENTINEL)}
${primaryKeyBase("NanoID", `    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-100)${SENTINEL}`)}
${primaryKeyBase("BigInt", INTEGER_KEY)}
${primaryKeyBase("Identity", INTEGER_KEY)}
`;

/**
 * The declarative bases and mixins of Advanced Alchemy, as far as models inherit from them: columns, registry and table names,
 * in Python, so that they are read like any other base class. Its own types appear as what they store on SQLite, and the
 * index that a slug has on Spanner in place of the constraint is left out.
 */
export const ADVANCED_ALCHEMY: Readonly<Record<string, string>> = {
  "advanced_alchemy/__init__.py": "",
  "advanced_alchemy/base.py": BASES,
  "advanced_alchemy/mixins/__init__.py": `
from advanced_alchemy.base import AuditColumns, BigIntPrimaryKey, IdentityPrimaryKey, NanoIDPrimaryKey
from advanced_alchemy.base import UUIDPrimaryKey, UUIDv6PrimaryKey, UUIDv7PrimaryKey
from advanced_alchemy.mixins.slug import SlugKey
from advanced_alchemy.mixins.unique import UniqueMixin
`,
  "advanced_alchemy/mixins/slug.py": `
from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

class SlugKey:
    @declared_attr
    def slug(cls) -> Mapped[str]:
        return mapped_column(String(length=100), nullable=False)

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint(cls.slug, name=f"uq_{cls.__tablename__}_slug"),)
`,
  "advanced_alchemy/mixins/unique.py": "class UniqueMixin:\n    pass\n",
  "advanced_alchemy/types/__init__.py": `
from advanced_alchemy.base import GUID
from sqlalchemy import BigInteger, DateTime, Integer, JSON, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB

BigIntIdentity = BigInteger().with_variant(Integer, "sqlite")
JsonB = JSON().with_variant(JSONB, "postgresql")

class DateTimeUTC(TypeDecorator):
    impl = DateTime(timezone=True)
`,
  "advanced_alchemy/extensions/__init__.py": "",
  "advanced_alchemy/extensions/litestar/__init__.py": "from advanced_alchemy import base, mixins, types\n",
};
