/** The mixins of sqlalchemy-mixins, in Python, so that they are read like any other class: one of them has columns. */
export const SQLALCHEMY_MIXINS: Readonly<Record<string, string>> = {
  "sqlalchemy_mixins/__init__.py": `
from sqlalchemy_mixins.activerecord import ActiveRecordMixin
from sqlalchemy_mixins.eagerload import EagerLoadMixin
from sqlalchemy_mixins.inspection import InspectionMixin
from sqlalchemy_mixins.repr import ReprMixin
from sqlalchemy_mixins.serialize import SerializeMixin
from sqlalchemy_mixins.session import SessionMixin
from sqlalchemy_mixins.smartquery import SmartQueryMixin
from sqlalchemy_mixins.timestamp import TimestampsMixin

class AllFeaturesMixin(ActiveRecordMixin, SmartQueryMixin, ReprMixin, SerializeMixin):
    pass
`,
  "sqlalchemy_mixins/inspection.py": `
class InspectionMixin:
    pass
`,
  "sqlalchemy_mixins/session.py": `
class SessionMixin:
    pass
`,
  "sqlalchemy_mixins/activerecord.py": `
from sqlalchemy_mixins.inspection import InspectionMixin
from sqlalchemy_mixins.session import SessionMixin

class ActiveRecordMixin(InspectionMixin, SessionMixin):
    pass
`,
  "sqlalchemy_mixins/eagerload.py": `
from sqlalchemy_mixins.session import SessionMixin

class EagerLoadMixin(SessionMixin):
    pass
`,
  "sqlalchemy_mixins/smartquery.py": `
from sqlalchemy_mixins.eagerload import EagerLoadMixin
from sqlalchemy_mixins.inspection import InspectionMixin

class SmartQueryMixin(InspectionMixin, EagerLoadMixin):
    pass
`,
  "sqlalchemy_mixins/repr.py": `
class ReprMixin:
    pass
`,
  "sqlalchemy_mixins/serialize.py": `
from sqlalchemy_mixins.inspection import InspectionMixin

class SerializeMixin(InspectionMixin):
    pass
`,
  "sqlalchemy_mixins/timestamp.py": `
from sqlalchemy import Column, TIMESTAMP, func

class TimestampsMixin:
    created_at = Column("created_at", TIMESTAMP(timezone=False), default=func.now(), nullable=False)
    updated_at = Column("updated_at", TIMESTAMP(timezone=False), default=func.now(), onupdate=func.now(), nullable=False)
`,
};
