from sqlmodel import Field, SQLModel

from shop.shared import Keyed


class Item(Keyed, table=True):
    name: str


class Part(Keyed, table=True):
    item_id: int = Field(foreign_key="item.id")
