"""A join that names the class it is in."""

from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Commented:
    @declared_attr
    def comments(cls):
        return relationship(
            "Comment",
            primaryjoin=f"foreign(Comment.subject_id) == {cls.__name__}.id",
            viewonly=True,
        )


class Comment(Base):
    __tablename__ = "comment"
    id: Mapped[int] = mapped_column(primary_key=True)
    subject_id: Mapped[int]


class Post(Commented, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
