from sqlmodel import Field, SQLModel


class Keyed(SQLModel):
    id: int | None = Field(default=None, primary_key=True)
