"""SQLModel's default names have no underscores."""

from sqlmodel import Field, Relationship, SQLModel


class UserProfile(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    photos: list["UserPhoto"] = Relationship(back_populates="profile")


class UserPhoto(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    profile_id: int = Field(foreign_key="user_profile.id")
    profile: UserProfile = Relationship(back_populates="photos")
