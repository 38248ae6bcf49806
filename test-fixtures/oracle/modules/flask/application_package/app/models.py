from app.extensions import db

Column, relationship = db.Column, db.relationship


class CRUDMixin(object):
    @classmethod
    def create(cls, **kwargs):
        return cls(**kwargs)

    def delete(self, commit=True):
        db.session.delete(self)


class BaseModel(CRUDMixin, db.Model):
    __abstract__ = True


def reference_col(tablename, nullable=False, pk_name="id", foreign_key_kwargs=None, column_kwargs=None):
    foreign_key_kwargs = foreign_key_kwargs or {}
    column_kwargs = column_kwargs or {}
    return Column(db.ForeignKey(f"{tablename}.{pk_name}", **foreign_key_kwargs), nullable=nullable, **column_kwargs)


class Role(BaseModel):
    __tablename__ = "roles"
    name = Column(db.String(80), unique=True, nullable=False)
    user_id = reference_col("users", nullable=True, foreign_key_kwargs={"ondelete": "CASCADE"})
    user = relationship("User", backref="roles")


class User(BaseModel):
    __tablename__ = "users"
    username = Column(db.String(80), unique=True, nullable=False)
    active = Column(db.Boolean(), default=False)
