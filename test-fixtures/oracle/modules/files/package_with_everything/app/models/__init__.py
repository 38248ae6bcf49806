from app.models.user import User as User
from app.models import post as _post
from .post import *
from .tag import Tag, post_tags

__all__ = ["User", "Post", "Tag", "Comment"]
