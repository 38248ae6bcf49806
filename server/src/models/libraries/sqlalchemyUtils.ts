/**
 * The mixin of SQLAlchemy-Utils that brings columns, in Python, so that it is read like any other class. A listener of its own
 * sets `updated` whenever a row is updated, which comes to the same as `onupdate`.
 */
export const SQLALCHEMY_UTILS: Readonly<Record<string, string>> = {
  "sqlalchemy_utils/__init__.py": "from sqlalchemy_utils.models import Timestamp\n",
  "sqlalchemy_utils/models.py": `
from datetime import datetime
from sqlalchemy import Column, DateTime

class Timestamp:
    created = Column(DateTime, nullable=False)
    updated = Column(DateTime, nullable=False, onupdate=datetime.now)
`,
};
