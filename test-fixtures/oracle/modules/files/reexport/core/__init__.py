from .tools import *
from .tools import Base as Model
