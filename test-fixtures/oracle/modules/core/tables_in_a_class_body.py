import sqlalchemy as sa


def make_table(*args, **kwargs):
    """Every table gets the options that MySQL needs."""
    kwargs["mysql_character_set"] = "utf8"
    return sa.Table(*args, **kwargs)


class Model:
    metadata = sa.MetaData()

    builders = make_table(
        "builders",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, server_default=sa.DefaultClause("")),
    )
    builds = make_table(
        "builds",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("builder_id", sa.Integer, sa.ForeignKey("builders.id", ondelete="CASCADE"), nullable=False),
        sa.Column("priority", sa.Integer, nullable=False, server_default=sa.DefaultClause("0")),
    )

    sa.Index("builds_builder", builds.c.builder_id)
