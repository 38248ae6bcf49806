import { expect, it } from "vitest";
import { buildSchema } from "../../../src/models/buildSchema.ts";
import { readFileFacts } from "../../../src/models/fileFacts.ts";
import { resolveUsage } from "../../../src/models/usage/resolveUsage.ts";
import { readUsageFacts } from "../../../src/models/usage/usageFacts.ts";
import { readModule } from "../../../src/python/reader.ts";

const models = `
from sqlmodel import Field, Relationship, SQLModel

class User(SQLModel, table=True):
    id: int = Field(primary_key=True)
    posts: list["Post"] = Relationship(back_populates="author")

class Post(SQLModel, table=True):
    id: int = Field(primary_key=True)
    author_id: int = Field(foreign_key="user.id")
    author: User = Relationship(back_populates="posts")
`;

function usageOf(code: string) {
  const texts = new Map([
    ["app/__init__.py", ""],
    ["app/models.py", models],
    ["app/main.py", code],
  ]);
  const modules = [...texts].map(([file, text]) => ({ file, text, module: readModule(text) }));
  const built = buildSchema(modules.map(({ file, text, module }) => readFileFacts(file, text, module)));
  return resolveUsage(
    modules.map(({ file, text, module }) => readUsageFacts(file, text, module)),
    built,
  ).usage;
}

/** Each delete as `kind Class subject chain`, with `?` for a class that is not evident. */
function deletesOf(body: string): readonly string[] {
  const code = `from sqlalchemy import delete, select\nimport sqlalchemy as sa\nfrom app.models import Post, User\n${body}`;
  return usageOf(code).deletes.map(({ kind, target, subject, chain }) =>
    [
      kind,
      target?.split(":")[1] ?? "?",
      code.slice(subject.start, subject.end),
      ...chain.map(({ name }) => `.${name}`),
    ].join(" "),
  );
}

const inferred: Readonly<Record<string, readonly [code: string, expected: string]>> = {
  "an annotated parameter": ["def f(session, user: User):\n    session.delete(user)", "session User user"],
  "an optional, quoted annotation": [
    "def f(session, user: 'User | None'):\n    session.delete(user)",
    "session User user",
  ],
  "session.get": ["def f(session):\n    u = session.get(User, 1)\n    session.delete(u)", "session User u"],
  "an awaited get": [
    "async def f(session):\n    u = await session.get(User, 1)\n    await session.delete(u)",
    "session User u",
  ],
  "a row of an executed select": [
    "def f(session):\n    u = session.exec(select(User).where(User.id == 1)).one()\n    session.delete(u)",
    "session User u",
  ],
  "a statement in a variable": [
    "def f(session):\n    q = select(User)\n    u = session.scalars(q).first()\n    session.delete(u)",
    "session User u",
  ],
  "a loop over a result": [
    "def f(session):\n    for u in session.exec(select(User)).all():\n        session.delete(u)",
    "session User u",
  ],
  "a loop over an annotated list": [
    "def f(session, users: list[User]):\n    for u in users:\n        session.delete(u)",
    "session User u",
  ],
  "a loop over a relationship": [
    "def f(session, user: User):\n    for post in user.posts:\n        session.delete(post)",
    "session Post post",
  ],
  "a relationship of a row of a relationship": [
    "def f(session, post: Post):\n    for other in list(post.author.posts):\n        session.delete(other)",
    "session Post other",
  ],
  "the object that a relationship leads to": [
    "def f(session):\n    post = session.get(Post, 1)\n    session.delete(post.author)",
    "session User post.author",
  ],
  "an item of a relationship": [
    "def f(session, user: User):\n    session.delete(user.posts[0])",
    "session Post user.posts[0]",
  ],
  "a relationship of a collection in a variable": [
    "def f(session, user: User):\n    mine = user.posts\n    [session.delete(post) for post in mine]",
    "session Post post",
  ],
  "an attribute that is no relationship": [
    "def f(session, user: User):\n    for item in user.things:\n        session.delete(item)",
    "session ? item",
  ],
  "a legacy query": ["def f(db):\n    u = db.query(User).filter_by(id=1).first()\n    db.delete(u)", "session User u"],
  "a Flask query": ["def f(db):\n    u = User.query.get_or_404(1)\n    db.session.delete(u)", "session User u"],
  "a loop over a Flask query": ["def f(db):\n    for u in User.query:\n        db.session.delete(u)", "session User u"],
  "a constructor": ["def f(session):\n    u = User(id=1)\n    session.delete(u)", "session User u"],
  "a helper that says what it returns": [
    "def find(session) -> User | None:\n    return session.get(User, 1)\n\ndef f(session):\n    u = find(session)\n    session.delete(u)",
    "session User u",
  ],
  "both branches agree": [
    "def f(session, x):\n    if x:\n        u = session.get(User, 1)\n    else:\n        u = User()\n    session.delete(u)",
    "session User u",
  ],
  "the branches differ": [
    "def f(session, x):\n    if x:\n        u = session.get(User, 1)\n    else:\n        u = Post()\n    session.delete(u)",
    "session ? u",
  ],
  "a branch that leaves": [
    "def f(session, x):\n    u = session.get(User, 1)\n    if u is None:\n        u = Post()\n        return\n    session.delete(u)",
    "session User u",
  ],
  "an assignment expression": [
    "def f(session):\n    if (u := session.get(User, 1)) is not None:\n        session.delete(u)",
    "session User u",
  ],
  "an import inside the function": [
    "def f(session):\n    from app.models import User as U\n    session.delete(session.get(U, 1))",
    "session User session.get(U, 1)",
  ],
  "nothing known": ["def f(session, row):\n    session.delete(row)", "session ? row"],
  "a bulk delete": ["delete(User).where(User.id == 1).limit(3)", "bulk User User .where .limit"],
  "a bulk delete through a module": ["sa.delete(User)", "bulk User User"],
  "a legacy bulk delete": [
    "def f(session):\n    session.query(User).filter(User.id == 1).order_by(User.id).delete()",
    "query User User .filter .order_by",
  ],
  "a query in a variable": [
    "def f(session):\n    old = session.query(User).filter(User.id == 1)\n    old.filter_by(id=2).delete()",
    "query User old .filter_by",
  ],
  "a query in a variable, synchronised": [
    "def f():\n    old = User.query\n    old.delete(synchronize_session=False)",
    "query User old",
  ],
  "a Flask bulk delete": ["User.query.filter_by(id=1).delete()", "query User User .filter_by"],
  "a table's delete": ["User.__table__.delete()", "bulk User User"],
  "a delete of a table": ["sa.delete(User.__table__).where(User.id == 1)", "bulk User User.__table__ .where"],
  "the row of a result in a variable": [
    "async def f(db):\n    result = await db.execute(sa.select(User))\n    u = result.scalar_one_or_none()\n    await db.delete(u)",
    "session User u",
  ],
  "a loop over the scalars of a result": [
    "async def f(db):\n    r = await db.execute(select(User))\n    for u in r.scalars().all():\n        await db.delete(u)",
    "session User u",
  ],
  "a statement that grows": [
    "def f(db):\n    s = select(User)\n    s = s.where(User.id == 1)\n    db.delete(db.scalars(s).one())",
    "session User db.scalars(s).one()",
  ],
  "Flask's select": [
    "def f(db):\n    u = db.first_or_404(db.select(User).filter_by(id=1))\n    db.session.delete(u)",
    "session User u",
  ],
  "a comprehension": [
    "def f(session):\n    [session.delete(u) for u in session.exec(select(User)).all()]",
    "session User u",
  ],
  "a row of a sorted list": [
    "def f(session, users: list[User]):\n    for u in sorted(users):\n        session.delete(u)",
    "session User u",
  ],
  "a merged object": [
    "def f(session, u: User):\n    session.delete(session.merge(u))",
    "session User session.merge(u)",
  ],
  "an object that deletes itself": [
    "from sqlmodel import Field, SQLModel\nclass Tag(SQLModel, table=True):\n    id: int = Field(primary_key=True)\n" +
      "    def remove(self, session):\n        session.delete(self)",
    "session Tag self",
  ],
  "an alias of an annotated class": [
    "from typing import Annotated\nMe = Annotated[User, 1]\ndef f(session, me: Me):\n    session.delete(me)",
    "session User me",
  ],
};

it.each(Object.entries(inferred))("knows what is deleted: %s", (_, [code, expected]) => {
  expect(deletesOf(code)).toEqual([expected]);
});

const silent: Readonly<Record<string, string>> = {
  "an HTTP client": "def f(client, url):\n    client.delete(url)",
  "a function that is not SQLAlchemy's": "from shutil import rmtree as delete\ndelete(User)",
  "a method of the row that a query answers": "def f():\n    User.query.get(1).delete()",
  "a method of the first row": "def f(session):\n    session.query(User).filter(User.id == 1).first().delete()",
  "a method of a row in a variable": "def f():\n    user = User.query.first()\n    user.delete()",
  "a method of the project's own query class": "def f(project, key):\n    User.query.delete(project, key)",
  "a method that takes a collection":
    "def f(session, forum):\n    users = session.query(User).all()\n    forum.delete(users)",
  "a cache": "def f(cache):\n    cache.delete('key')",
};

it.each(Object.entries(silent))("is no delete: %s", (_, code) => {
  expect(deletesOf(code)).toEqual([]);
});

it("reads which database an engine opens", () => {
  const { engines } = usageOf(`
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import create_engine
NAME = "app.db"
one = create_engine(f"sqlite:///{NAME}")
two = create_async_engine("postgresql+asyncpg://localhost/app")
three = create_engine("sqlite://")
four = create_engine(URL.create("mysql+pymysql", host="h"))
five = create_engine(settings.url)
`);
  expect(engines.map(({ dialect, driver, memory }) => `${dialect} ${driver}${memory ? " memory" : ""}`)).toEqual([
    "sqlite null",
    "postgresql asyncpg",
    "sqlite null memory",
    "mysql pymysql",
    "null null",
  ]);
});

it("tells a pragma for every connection from one that is run once", () => {
  const { foreignKeyPragmas } = usageOf(`
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

@event.listens_for(Engine, "connect")
def on(connection, record):
    connection.execute("PRAGMA foreign_keys=ON")

def register(connection, record):
    connection.execute("pragma foreign_keys = 1")

event.listen(Engine, "connect", register)

def once(connection):
    connection.execute(text("PRAGMA foreign_keys=ON"))
    connection.execute(text("PRAGMA foreign_keys=OFF"))
`);
  expect(foreignKeyPragmas.map(({ scope }) => scope)).toEqual(["listener", "listener", "once"]);
});
