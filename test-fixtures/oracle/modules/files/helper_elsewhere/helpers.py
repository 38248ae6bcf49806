from sqlalchemy import ForeignKey
from sqlmodel import Column, Field


def reference_field(source, target, source_column, target_column, ondelete, nullable, **kwargs):
    """A foreign key field."""
    name = f"fk_{source}_{source_column}_{target}"
    return Field(
        sa_column=Column(
            ForeignKey(f"{target}.{target_column}", name=name, ondelete=ondelete), nullable=nullable, **kwargs
        )
    )
