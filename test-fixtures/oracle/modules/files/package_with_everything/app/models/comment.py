from app.db import Base, fk, orm, sa


class Comment(Base):
    __tablename__ = "comments"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    author_id: orm.Mapped[int] = fk("User", ondelete="CASCADE")
    post_id: orm.Mapped[int] = fk(cls_name="Post")
    author: orm.Mapped["User"] = orm.relationship(back_populates="comments")
