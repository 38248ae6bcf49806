"""The case families: small schemas, the rows in them, and one row to delete."""

from cases.association import association_cases
from cases.case import Case
from cases.database_side import database_side_cases
from cases.inheritance import inheritance_cases
from cases.keys import key_cases
from cases.lazy import lazy_cases
from cases.many_to_many import many_to_many_cases
from cases.many_to_one import many_to_one_cases
from cases.mutual import mutual_cases
from cases.one_to_many import one_to_many_cases
from cases.self_reference import self_reference_cases
from cases.several import several_cases
from cases.sqlmodel_style import sqlmodel_cases
from cases.three_levels import three_level_cases

FAMILIES = {
    "one-to-many": one_to_many_cases,
    "database-side": database_side_cases,
    "three-levels": three_level_cases,
    "many-to-many": many_to_many_cases,
    "association": association_cases,
    "keys": key_cases,
    "self-reference": self_reference_cases,
    "many-to-one": many_to_one_cases,
    "lazy": lazy_cases,
    "mutual": mutual_cases,
    "several": several_cases,
    "inheritance": inheritance_cases,
    "sqlmodel": sqlmodel_cases,
}

__all__ = ["FAMILIES", "Case"]
