from sqlmodel import SQLModel


class Model(SQLModel):
    pass
