/**
 * The mixins of oslo.db that OpenStack's models inherit from: their columns, in Python, so that they are read like any other
 * base class. `SoftDeleteInteger` stores an integer.
 */
export const OSLO_DB: Readonly<Record<string, string>> = {
  "oslo_db/__init__.py": "",
  "oslo_db/sqlalchemy/__init__.py": "",
  "oslo_db/sqlalchemy/models.py": `
from sqlalchemy import Column, DateTime, Integer

class ModelBase:
    pass

class TimestampMixin:
    created_at = Column(DateTime)
    updated_at = Column(DateTime)

class SoftDeleteMixin:
    deleted_at = Column(DateTime)
    deleted = Column(Integer)
`,
};
