import b_user
from c_post import Post
from sqlalchemy.orm import backref, relationship

b_user.User.posts = relationship(Post, backref=backref("user"), cascade="all, delete-orphan")
