/** A parent and a child that disagree: one `cascade-defeated`, an error with a safe fix. */
export const defeated = `from sqlmodel import Field, Relationship, SQLModel


class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    posts: list["Post"] = Relationship(back_populates="user")


class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id", ondelete="CASCADE", index=True)
    user: User | None = Relationship(back_populates="posts")
`;

/** The same models without a finding. */
export const agreed = defeated.replace(
  'Relationship(back_populates="user")',
  'Relationship(back_populates="user", cascade_delete=True, passive_deletes=True)',
);
