"""Every module of the package takes what the ones before it brought in from the package itself."""

from .base import *
from .beds import *
from .flowers import *
