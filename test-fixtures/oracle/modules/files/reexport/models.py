from core import Column, ForeignKey, Integer, Model, relationship


class User(Model):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    boss_id = Column(ForeignKey("user.id"))
    boss = relationship("User", remote_side=id)
