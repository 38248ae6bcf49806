import { describe, expect, test } from "vitest";
import { dumpRelationships, schemaOf } from "./specification.ts";

const IMPORTS = "from typing import TYPE_CHECKING, Optional\nfrom sqlmodel import Field, Relationship, SQLModel\n";

describe("classes in other files", () => {
  test("are found by name, whether or not they are imported", () => {
    const schema = schemaOf({
      "app/team.py": `${IMPORTS}
if TYPE_CHECKING:
    from app.hero import Hero

class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")
`,
      "app/hero.py": `${IMPORTS}
from app.team import Team as Club

class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Optional[Club] = Relationship(back_populates="heroes")
`,
    });
    expect(dumpRelationships(schema)).toEqual([
      "Hero.team MANYTOONE Team scalar pairs=team.id>hero.team_id back=heroes reverse=heroes",
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id back=team reverse=team",
    ]);
  });

  test("a name that is imported from another package may be a class of the same registry", () => {
    const schema = schemaOf({
      "app/__init__.py": "from accounts.models import Account\n",
      "app/hero.py": `${IMPORTS}
class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    account_id: int
    account: Optional["Account"] = Relationship()
`,
    });
    expect(dumpRelationships(schema)).toEqual([
      "? relationship Hero.account: Account may be defined outside the workspace",
    ]);
  });

  test("are found by a module path that begins above the workspace, and by no other", () => {
    const texts = (path: string) => ({
      "models/team.py": `${IMPORTS}
from sqlalchemy.orm import relationship

class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(sa_relationship=relationship("${path}"))
`,
      "models/hero.py": `${IMPORTS}
class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`,
    });
    expect(dumpRelationships(schemaOf(texts("company.app.models.hero.Hero")))).toEqual([
      "Team.heroes ONETOMANY Hero list pairs=team.id>hero.team_id",
    ]);
    expect(schemaOf(texts("models.heroes.Hero")).problems.map(({ code }) => code)).toEqual([
      "unknown-relationship-target",
    ]);
  });

  // One registry holds the models of every program in the workspace, but no process loads them together.
  const program = (name: string): string => `${IMPORTS}
class ${name}User(SQLModel, table=True):
    id: int = Field(primary_key=True)

class Post(SQLModel, table=True):
    __tablename__ = "${name.toLowerCase()}_post"
    id: int = Field(primary_key=True)
    author_id: int = Field(foreign_key="${name.toLowerCase()}user.id")
`;
  const blog = `${IMPORTS}
class Blog(SQLModel, table=True):
    id: int = Field(primary_key=True)
    posts: list["Post"] = Relationship()
`;

  test("a counterpart that refers to a namesake is no error", () => {
    const base = "from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase):\n    pass\n";
    const user = (table: string) => `from sqlalchemy.orm import Mapped, mapped_column, relationship
from base import Base

class User(Base):
    __tablename__ = "${table}"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[list["Post"]] = relationship(back_populates="user")
`;
    const post = `from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship
from base import Base

class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    user: Mapped["User"] = relationship(back_populates="posts")
`;
    const files = {
      "base.py": base,
      "app/user.py": user("user"),
      "app/post.py": post,
      "docs/snippet.py": user("user"),
    };
    expect(schemaOf(files).problems).toEqual([]);
  });

  test("of several classes of one name the nearest is meant", () => {
    const schema = schemaOf({
      "shop/models/post.py": program("Shop"),
      "news/models/post.py": program("News").replace(
        "author_id: int",
        'blog_id: int = Field(foreign_key="blog.id")\n    author_id: int',
      ),
      "news/models/blog.py": blog,
    });
    expect(dumpRelationships(schema)).toEqual(["Blog.posts ONETOMANY Post list pairs=blog.id>news_post.blog_id"]);
  });

  test("where none is nearest, it stays open which is meant", () => {
    const schema = schemaOf({
      "shop/post.py": program("Shop"),
      "news/post.py": program("News"),
      "blog.py": blog,
    });
    expect(dumpRelationships(schema)).toEqual(["? relationship Blog.posts: several classes are called Post"]);
  });

  test("one that no program loads with the owner is not meant, near as it may be", () => {
    const schema = schemaOf({
      "app/models/blog.py": blog,
      "app/models/old_post.py": program("Old"),
      "app/posts/models.py": program("App").replace(
        "author_id: int",
        'blog_id: int = Field(foreign_key="blog.id")\n    author_id: int',
      ),
      "app/main.py": "from app.models.blog import Blog\nfrom app.posts.models import Post\n",
    });
    expect(dumpRelationships(schema)).toEqual(["Blog.posts ONETOMANY Post list pairs=blog.id>app_post.blog_id"]);
  });

  test("two programs that each declare a table of one name do not write each other's columns", () => {
    const models = (name: string): string => `${IMPORTS}
class Member(SQLModel, table=True):
    id: int = Field(primary_key=True)
    ${name}_notes: list["Note"] = Relationship(back_populates="${name}_author")

class Note(SQLModel, table=True):
    id: int = Field(primary_key=True)
    author_id: int = Field(foreign_key="member.id")
    ${name}_author: Member = Relationship(back_populates="${name}_notes")
`;
    const { problems } = schemaOf({ "shop/models.py": models("shop"), "diary/models.py": models("diary") });
    expect(problems.map(({ code }) => code)).toEqual([]);
  });

  test("two classes over one table do", () => {
    const { problems } = schemaOf({
      "models.py": `
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Member(Base):
    __tablename__ = "member"
    id = Column(Integer, primary_key=True)
    notes = relationship("Note")
    texts = relationship("Text")

note = Table(
    "note", Base.metadata, Column("id", Integer, primary_key=True), Column("author_id", ForeignKey("member.id"))
)

class Note(Base):
    __table__ = note

class Text(Base):
    __table__ = note
`,
    });
    expect(problems.map(({ code }) => code)).toEqual(["unlinked-relationships"]);
  });
});
