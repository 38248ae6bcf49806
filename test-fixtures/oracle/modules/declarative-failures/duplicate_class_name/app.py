"""Loads both classes that are called the same."""

import first
import second
