from shop.core.base import SCHEMA, Base, OtherBase
