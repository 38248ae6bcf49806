/**
 * The mixins and types of oslo.db that OpenStack's models use, in Python, so that they are read like any other class.
 */
export const OSLO_DB: Readonly<Record<string, string>> = {
  "oslo_db/__init__.py": "",
  "oslo_db/sqlalchemy/__init__.py": "",
  "oslo_db/sqlalchemy/models.py": `
from sqlalchemy import Column, DateTime
from oslo_db.sqlalchemy.types import SoftDeleteInteger
from oslo_utils.timeutils import utcnow

class ModelBase:
    pass

class TimestampMixin:
    created_at = Column(DateTime)
    updated_at = Column(DateTime, onupdate=utcnow)

class SoftDeleteMixin:
    deleted_at = Column(DateTime)
    deleted = Column(SoftDeleteInteger)
`,
  "oslo_db/sqlalchemy/types.py": `
import json
from sqlalchemy import Integer, String, Text, TypeDecorator

class JsonEncodedType(TypeDecorator):
    impl = Text

    def process_result_value(self, value, dialect):
        return json.loads(value)

class JsonEncodedDict(JsonEncodedType):
    pass

class JsonEncodedList(JsonEncodedType):
    pass

class SoftDeleteInteger(TypeDecorator):
    impl = Integer

class String(String):
    pass
`,
};
