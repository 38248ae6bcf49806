from .user import User as User
