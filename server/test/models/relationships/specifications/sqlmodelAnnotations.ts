import { type Specification, sqlmodel } from "../specification.ts";

/** Targets and scalar relationships from SQLModel annotations. */
export const sqlmodelAnnotations: readonly Specification[] = [
  {
    title: "every spelling of a list",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    a: list["Hero"] = Relationship(sa_relationship_kwargs={"viewonly": True})
    b: List["Hero"] = Relationship(sa_relationship_kwargs={"viewonly": True})
    c: Optional[list["Hero"]] = Relationship(sa_relationship_kwargs={"viewonly": True})
    d: list["Hero"] | None = Relationship(sa_relationship_kwargs={"viewonly": True})
    e: Mapped[list["Hero"]] = Relationship(sa_relationship_kwargs={"viewonly": True})

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
`),
    expected: [
      "Team.a ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.b ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.c ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.d ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.e ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
    ],
  },
  {
    title: "every spelling of a scalar",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    a: Team = Relationship(sa_relationship_kwargs={"viewonly": True})
    b: "Team" = Relationship(sa_relationship_kwargs={"viewonly": True})
    c: Optional[Team] = Relationship(sa_relationship_kwargs={"viewonly": True})
    d: Optional["Team"] = Relationship(sa_relationship_kwargs={"viewonly": True})
    e: Team | None = Relationship(sa_relationship_kwargs={"viewonly": True})
    f: Union["Team", None] = Relationship(sa_relationship_kwargs={"viewonly": True})
    g: Union[None, Team] = Relationship(sa_relationship_kwargs={"viewonly": True})
    h: Mapped[Team] = Relationship(sa_relationship_kwargs={"viewonly": True})
    i: Mapped[Optional["Team"]] = Relationship(sa_relationship_kwargs={"viewonly": True})
`),
    expected: [
      "Hero.a MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.b MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.c MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.d MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.e MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.f MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.g MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.h MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Hero.i MANYTOONE Team scalar pairs=team.id>hero.team_id cascade=merge viewonly",
    ],
  },
  {
    title: "an alias of an annotation",
    models: sqlmodel(`
Nodes = list["Node"]

class Node(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="node.id")
    children: Nodes = Relationship()
`),
    expected: ["Node.children ONETOMANY Node list pairs=node.id>node.parent_id"],
  },
  {
    title: "a scalar annotation on the side without the foreign key is one-to-one",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero: Optional["Hero"] = Relationship(back_populates="team")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="hero")
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=hero reverse=hero",
      "Team.hero ONETOMANY Hero scalar pairs=team.id>hero.team_id back=team reverse=team",
    ],
  },
  {
    title: "a list annotation on the side with the foreign key stays many-to-one",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: list[Team] = Relationship()
`),
    expected: ["Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id"],
  },
  {
    title: "uselist=False makes a list annotation scalar",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero: list["Hero"] = Relationship(sa_relationship_kwargs={"uselist": False})

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
`),
    expected: ["Team.hero ONETOMANY Hero scalar pairs=team.id>hero.team_id"],
  },
  {
    title: "a quoted list",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: "list[Hero]" = Relationship()
`),
    expected: [
      "! Team.heroes relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[Team(team)], expression \"relationship('list[Hero]')\" seems to be using a generic class as the argument to relationship(); please state the generic argument using an annotation, e.g. \"heroes: Mapped[list['Hero']] = relationship()\"",
    ],
  },
  {
    title: "a quoted Optional",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: "Optional[Team]" = Relationship()
`),
    expected: [
      "! Hero.team relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[Hero(hero)], expression \"relationship('Optional[Team]')\" seems to be using a generic class as the argument to relationship(); please state the generic argument using an annotation, e.g. \"team: Mapped[Optional['Team']] = relationship()\"",
    ],
  },
  {
    title: "a quoted union",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: "Team | None" = Relationship()
`),
    expected: [
      "! Hero.team relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[Hero(hero)], expression 'Team | None' failed to locate a name ('Team | None'). If this is a class name, consider adding this relationship() to the <class 'models.Hero'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "an unquoted union with a quoted class",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: "Team" | None = Relationship()
`),
    expected: [
      "! Hero.team relationship-annotation import TypeError: unsupported operand type(s) for |: 'str' and 'NoneType'",
    ],
  },
  {
    title: "a set",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    teams: set["Team"] = Relationship()
`),
    expected: ["! Hero.teams relationship-annotation import RecursionError: maximum recursion depth exceeded"],
  },
  {
    title: "Annotated",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: Annotated["Team", 1] = Relationship()
`),
    expected: ["! Hero.team relationship-annotation import RecursionError: maximum recursion depth exceeded"],
  },
  {
    title: "a union of two classes",
    models: sqlmodel(`
class A(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: Union[A, "Hero"] = Relationship()
`),
    expected: [
      "! Hero.team relationship-annotation import ValueError: Cannot have a Union of None and None as a SQLAlchemy field",
    ],
  },
  {
    title: "a union of two classes and None",
    models: sqlmodel(`
class A(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team: Union[A, "Hero", None] = Relationship()
`),
    expected: [
      "! Hero.team relationship-annotation import ValueError: Cannot have a (non-optional) union as a SQLAlchemy field",
    ],
  },
  {
    title: "no annotation",
    models: sqlmodel(`
class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team = Relationship()
`),
    expected: ["! Hero.team relationship-annotation import KeyError: 'team'"],
  },
  {
    title: "future annotations with a plain class",
    models: sqlmodel(`
from __future__ import annotations
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Team = Relationship()
`),
    expected: ["Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id"],
  },
  {
    title: "future annotations with a generic",
    models: sqlmodel(`
from __future__ import annotations
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")
`),
    expected: [
      '! Team.heroes relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[Team(team)], expression "relationship("list[\'Hero\']")" seems to be using a generic class as the argument to relationship(); please state the generic argument using an annotation, e.g. "heroes: Mapped[list[\'Hero\']] = relationship()"',
    ],
  },
  {
    title: "future annotations with an Optional",
    models: sqlmodel(`
from __future__ import annotations
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero: Optional[Hero] = Relationship()
`),
    expected: [
      "! Team.hero relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[Team(team)], expression \"relationship('Optional[Hero]')\" seems to be using a generic class as the argument to relationship(); please state the generic argument using an annotation, e.g. \"hero: Mapped[Optional['Hero']] = relationship()\"",
    ],
  },
  {
    title: "future annotations with Mapped and sa_relationship",
    models: sqlmodel(`
from __future__ import annotations
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: Mapped[List[Hero]] = Relationship(sa_relationship=relationship(back_populates="team"))

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Mapped[Team | None] = Relationship(sa_relationship=relationship(back_populates="heroes"))
`),
    expected: [
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=heroes reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id back=team reverse=team",
    ],
  },
  {
    title: "sa_relationship reads the annotation without Mapped",
    models: sqlmodel(`
class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    hero: Optional["Hero"] = Relationship(sa_relationship=relationship("Hero", viewonly=True))
    heroes: list["Hero"] = Relationship(sa_relationship=relationship(viewonly=True))
    quoted: "list[Hero]" = Relationship(sa_relationship=relationship("Hero", viewonly=True))

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
`),
    expected: [
      "Team.hero ONETOMANY Hero scalar pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id cascade=merge viewonly",
      "Team.quoted ONETOMANY Hero scalar pairs=team.id>hero.team_id cascade=merge viewonly",
    ],
  },
];
