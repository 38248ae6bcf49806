/** A parent whose relationship defeats the ON DELETE CASCADE of its child: one error, on `posts`. */
export const defeated = `from sqlmodel import Field, Relationship, SQLModel


class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    posts: list["Post"] = Relationship(back_populates="user")


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
    user: User = Relationship(back_populates="posts")
`;

/** The same with both sides in agreement: nothing to report. */
export const agreed = defeated.replace(
  'Relationship(back_populates="user")',
  'Relationship(back_populates="user", cascade_delete=True, passive_deletes=True)',
);
