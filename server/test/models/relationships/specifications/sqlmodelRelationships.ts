import { type Specification, sqlmodel } from "../specification.ts";

/** What SQLModel's Relationship() comes to. */
export const sqlmodelRelationships: readonly Specification[] = [
  {
    title: "a one-to-many and its many-to-one, linked from both sides",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="heroes")
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=heroes reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id back=team reverse=team",
    ],
  },
  {
    title: 'cascade_delete is "all, delete-orphan", passive_deletes is handed through',
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team", cascade_delete=True, passive_deletes=True)
    pets: list["Pet"] = Relationship(passive_deletes="all")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(back_populates="heroes")

class Pet(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=heroes reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true back=team reverse=team",
      "Team.pets ONETOMANY Pet list pairs=team.id>pet.team_id passive=all",
    ],
  },
  {
    title: "a truthy cascade_delete counts, whatever it is",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(cascade_delete="all", passive_deletes="ALL")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true",
    ],
  },
  {
    title: "sa_relationship_kwargs override the keywords",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(
        cascade_delete=True, passive_deletes=True, sa_relationship_kwargs={"cascade": "save-update", "lazy": "selectin"}
    )

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=save-update passive=true lazy=selectin",
      "- Team.heroes ignored-relationship-argument cascade_delete has no effect beside sa_relationship_kwargs",
    ],
  },
  {
    title: "sa_relationship_kwargs as dict(...), as a constant and with **",
    models: sqlmodel(`
CASCADE = {"cascade": "all, delete-orphan"}

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    a: list["Hero"] = Relationship(sa_relationship_kwargs=dict(cascade="all", overlaps="b,c"))
    b: list["Hero"] = Relationship(sa_relationship_kwargs=CASCADE)
    c: list["Hero"] = Relationship(sa_relationship_kwargs={**CASCADE, "passive_deletes": True, "overlaps": "a,b"})

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Team.a ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,expunge,merge,refresh-expire,save-update",
      "Team.b ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      "Team.c ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true",
    ],
  },
  {
    title: "sa_relationship replaces everything beside it",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(cascade_delete=True, sa_relationship=relationship("Hero", back_populates="team"))

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship()
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id back=team reverse=team",
      "- Team.heroes ignored-relationship-argument cascade_delete has no effect beside sa_relationship",
    ],
  },
  {
    title: "sa_relationship takes its target from Mapped[...]",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: Mapped[list["Hero"]] = Relationship(sa_relationship=relationship(cascade="all"))

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,expunge,merge,refresh-expire,save-update",
    ],
  },
  {
    title: "sa_relationship with sa_relationship_kwargs is refused",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship=relationship("Hero"), sa_relationship_kwargs={"lazy": "select"})
`),
    expected: [
      "! Team.heroes other import RuntimeError: Passing sa_relationship_kwargs is not supported when also passing a sa_relationship",
    ],
  },
  {
    title: "sa_relationship_args: the first one is secondary",
    models: sqlmodel(`
link = Table("link", SQLModel.metadata, Column("team_id", ForeignKey("team.id")), Column("hero_id", ForeignKey("hero.id")))

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_args=[link])

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
`),
    expected: [
      "Team.heroes MANYTOMANY Hero list secondary=link pairs=team.id>link.team_id secondaryPairs=hero.id>link.hero_id",
    ],
  },
  {
    title: "link_model makes a many-to-many",
    models: sqlmodel(`
class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="teams", link_model=Link)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    teams: list[Team] = Relationship(back_populates="heroes", link_model=Link)
`),
    expected: [
      "Hero.teams MANYTOMANY Team list secondary=link pairs=hero.id>link.hero_id secondaryPairs=team.id>link.team_id back=heroes reverse=heroes",
      "Team.heroes MANYTOMANY Hero list secondary=link pairs=team.id>link.team_id secondaryPairs=hero.id>link.hero_id back=teams reverse=teams",
    ],
  },
  {
    title: "link_model on one side only",
    models: sqlmodel(`
class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="teams", link_model=Link)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    teams: list[Team] = Relationship(back_populates="heroes")
`),
    expected: [
      "Team.heroes MANYTOMANY Hero list secondary=link pairs=team.id>link.team_id secondaryPairs=hero.id>link.hero_id back=teams",
      "! Hero.teams missing-foreign-key configuration NoForeignKeysError: Could not determine join condition between parent/child tables on relationship Hero.teams - there are no foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression.",
    ],
  },
  {
    title: "link_model has to be a class",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(link_model="Link")
`),
    expected: [
      "! Team.heroes other import NoInspectionAvailable: No inspection system is available for object of type <class 'str'>",
    ],
  },
  {
    title: "cascade_delete over a link_model",
    models: sqlmodel(`
class Link(SQLModel, table=True):
    team_id: int = Field(foreign_key="team.id", primary_key=True)
    hero_id: int = Field(foreign_key="hero.id", primary_key=True)

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(cascade_delete=True, link_model=Link)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
`),
    expected: [
      "Team.heroes MANYTOMANY Hero list secondary=link pairs=team.id>link.team_id secondaryPairs=hero.id>link.hero_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      '! Team.heroes cascade-over-many-to-many configuration ArgumentError: For many-to-many relationship Team.heroes, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "Hero" object to be referenced by only a single "Team" object at a time via the Team.heroes relationship, which would allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.',
    ],
  },
  {
    title: "cascade_delete on the many-to-one side",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(cascade_delete=True)
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      '! Hero.team cascade-on-many-to-one configuration ArgumentError: For many-to-one relationship Hero.team, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "Team" object to be referenced by only a single "Hero" object at a time via the Hero.team relationship, which would allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.',
    ],
  },
  {
    title: 'cascade_delete with passive_deletes="all"',
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(cascade_delete=True, passive_deletes="all")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`),
    expected: [
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=all",
      "! Team.heroes passive-deletes-all-with-delete configuration ArgumentError: On Team.heroes, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade",
    ],
  },
  {
    title: "a keyword that Relationship() does not have",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(cascade="all")
`),
    expected: ["! Team.heroes other import TypeError: Relationship() got an unexpected keyword argument 'cascade'"],
  },
  {
    title: "ondelete among sa_relationship_kwargs",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs={"ondelete": "CASCADE"})
`),
    expected: [
      "! Team.heroes misplaced-on-delete import TypeError: RelationshipProperty.__init__() got an unexpected keyword argument 'ondelete'",
    ],
  },
  {
    title: "a self-reference with remote_side",
    models: sqlmodel(`
class Node(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="node.id")
    parent: Optional["Node"] = Relationship(back_populates="children", sa_relationship_kwargs={"remote_side": "Node.id"})
    children: list["Node"] = Relationship(back_populates="parent")
`),
    expected: [
      "Node.parent MANYTOONE Node scalar pairs=node.id>node.parent_id back=children reverse=children",
      "Node.children ONETOMANY Node list pairs=node.id>node.parent_id back=parent reverse=parent",
    ],
  },
  {
    title: "a self-reference without remote_side, linked",
    models: sqlmodel(`
class Node(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="node.id")
    parent: Optional["Node"] = Relationship(back_populates="children")
    children: list["Node"] = Relationship(back_populates="parent")
`),
    expected: [
      "Node.parent ONETOMANY Node scalar pairs=node.id>node.parent_id back=children reverse=children",
      "Node.children ONETOMANY Node list pairs=node.id>node.parent_id back=parent reverse=parent",
      "! Node.parent self-reference-without-remote-side configuration ArgumentError: Node.parent and back-reference Node.children are both of the same direction <RelationshipDirection.ONETOMANY: 1>.  Did you mean to set remote_side on the many-to-one side ?",
    ],
  },
  {
    title: "a self-reference without remote_side, not linked, is one-to-many",
    models: sqlmodel(`
class Node(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="node.id")
    parent: Optional["Node"] = Relationship()
`),
    expected: ["Node.parent ONETOMANY Node scalar pairs=node.id>node.parent_id"],
  },
  {
    title: "a backref among sa_relationship_kwargs",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(
        sa_relationship_kwargs={"backref": backref("heroes", cascade="all, delete-orphan", passive_deletes=True)}
    )
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=heroes reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true back=team reverse=team",
    ],
  },
  {
    title: "several foreign keys to one table, chosen by foreign_keys and primaryjoin",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    a_id: int | None = Field(default=None, foreign_key="team.id")
    b_id: int | None = Field(default=None, foreign_key="team.id")
    c_id: int | None = Field(default=None, foreign_key="team.id")
    a: Optional[Team] = Relationship(sa_relationship_kwargs={"foreign_keys": "[Hero.a_id]"})
    b: Optional[Team] = Relationship(sa_relationship_kwargs={"foreign_keys": "Hero.b_id"})
    c: Optional[Team] = Relationship(sa_relationship_kwargs={"primaryjoin": "Hero.c_id==Team.id"})
`),
    expected: [
      "Hero.a MANYTOONE Team scalar pairs=team.id>hero.a_id",
      "Hero.b MANYTOONE Team scalar pairs=team.id>hero.b_id",
      "Hero.c MANYTOONE Team scalar pairs=team.id>hero.c_id",
    ],
  },
  {
    title: "a relationship over a foreign key of a non-table base",
    models: sqlmodel(`
class Base(SQLModel):
    team_id: int = Field(foreign_key="team.id")

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship()

class Hero(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
`),
    expected: ["Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id"],
  },
  {
    title: "relationships of non-table classes are inert",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class TeamRead(SQLModel):
    id: int
    heroes: list["Hero"] = Relationship(back_populates="nothing")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship()
`),
    expected: ["Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id"],
  },
  {
    title: "a wrong table name in foreign_key",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship()

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="Team.id")
`),
    expected: [
      "! Team.heroes missing-foreign-key configuration NoForeignKeysError: Could not determine join condition between parent/child tables on relationship Team.heroes - there are no foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression.",
    ],
  },
  {
    title: "a wrong column name in foreign_key",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship()

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.uid")
`),
    expected: [
      "! Team.heroes missing-foreign-key configuration NoReferencedColumnError: Could not initialize target column for ForeignKey 'team.uid' on table 'hero': table 'team' has no column named 'uid'",
    ],
  },
  {
    title: "a class that does not exist",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: Optional["Team"] = Relationship()
`),
    expected: [
      "! Hero.team unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[Hero(hero)], expression 'Team' failed to locate a name ('Team'). If this is a class name, consider adding this relationship() to the <class 'models.Hero'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "a target that is no table",
    models: sqlmodel(`
class Team(SQLModel):
    id: int

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: Team = Relationship()
`),
    expected: [
      "! Hero.team unknown-relationship-target configuration UnmappedClassError: Class 'models.Team' is not mapped",
    ],
  },
  {
    title: "a field with a plain default is the column wherever the class is named",
    models: sqlmodel(`
from sqlalchemy import ForeignKeyConstraint

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship_kwargs={"primaryjoin": lambda: Hero.team_id == Team.id})

class Hero(SQLModel, table=True):
    __table_args__ = (ForeignKeyConstraint(["team_id"], ["team.id"]),)
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = None
`),
    expected: ["Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id"],
  },
];
