from sqlalchemy.orm import declarative_base


class Lenient:
    __allow_unmapped__ = True


Base = declarative_base(cls=Lenient)
