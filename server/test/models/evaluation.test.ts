import { expect, test } from "vitest";
import { readDeclarations } from "../../src/models/declarations.ts";
import { readFileFacts } from "../../src/models/fileFacts.ts";
import { finish } from "../../src/models/steps.ts";
import type { Value } from "../../src/models/value.ts";
import { readExpression, readModule } from "../../src/python/reader.ts";
import { filesOf } from "./schemaDump.ts";

/** Evaluates expressions in the last file of a project and compares what they are known to be. */
function values(source: string, expected: Readonly<Record<string, string>>): void {
  const files = filesOf(source);
  const build = finish(
    readDeclarations(
      files.map(([file, text]) => readFileFacts(file, text, readModule(text))),
      null,
    ),
  );
  const [file = ""] = files.at(-1) ?? [];
  const scope = { module: build.modules.nameOf(file), file: `${file}:`, classKey: null, bound: new Map() };
  const evaluated = Object.keys(expected).map((expression) => {
    const value = build.declarations.evaluate(readExpression(expression), { ...scope, file });
    return [expression, shown(value)];
  });
  expect(Object.fromEntries(evaluated)).toEqual(expected);
}

/** A value as Python would print it; what is not known as `?`. */
function shown(value: Value): string {
  switch (value.kind) {
    case "string":
      return JSON.stringify(value.value);
    case "number":
    case "boolean":
      return String(value.value);
    case "none":
      return "None";
    case "list":
    case "tuple":
    case "set":
      return `${value.kind}(${value.items.map(shown).join(", ")})`;
    case "dict": {
      const entries = value.entries.map((entry) => `${shown(entry.key)}: ${shown(entry.value)}`);
      return `{${[...entries, ...(value.complete ? [] : ["?"])].join(", ")}}`;
    }
    case "symbol":
    case "module":
      return value.name;
    case "class":
    case "function":
    case "instance":
      return value.key;
    case "table":
      return `table ${value.of.key}`;
    case "call": {
      const keywords = value.keywords.map(({ name, value: item }) => `${name}=${shown(item)}`);
      const rest = value.complete ? [] : ["?"];
      return `${shown(value.callee)}(${[...value.arguments.map(shown), ...keywords, ...rest].join(", ")})`;
    }
    case "attribute":
      return `${shown(value.of)}.${value.name}`;
    case "subscript":
      return `${shown(value.of)}[${value.items.map(shown).join(", ")}]`;
    case "operation":
      return `(${value.operands.map(shown).join(` ${value.operator} `)})`;
    case "lambda":
      return "lambda";
    case "unknown":
      return "?";
  }
}

test("strings are put together in all the ways that table names are", () => {
  values(
    `
    NAME = "user"
    PREFIX = "app_"
    NUMBER = 2
    `,
    {
      "PREFIX + NAME": '"app_user"',
      'f"{PREFIX}{NAME}{NUMBER}.id"': '"app_user2.id"',
      'f"{NAME!r}"': "?",
      '"%s.%s" % (NAME, "id")': '"user.id"',
      '"%(table)s.id = %(table)s.%(column)s" % {"table": NAME, "column": "x"}': '"user.id = user.x"',
      '"%(table)s" % {"column": "x"}': "?",
      '"{}.{0}.{x}".format(NAME, x=NUMBER)': '"user.user.2"',
      'NAME.upper().removesuffix("R").lower()': '"use"',
      '".".join([NAME, "id"])': '"user.id"',
      '"blog_post".split("_")[0]': '"blog"',
      '" a  b ".split()': 'list("a", "b")',
      '"a,b,c".split(",", 1)': '"a,b,c".split(",", 1)',
      'NAME.replace("u", "$&").title()': '"$&Ser"',
      '"a" "b"': '"ab"',
      "NAME + UNKNOWN": '("user" + ?)',
    },
  );
});

test("lengths are computed, and names are cut", () => {
  values(`LENGTH = 2**24 - 1\nNAME = "OrderModel"`, {
    LENGTH: "16777215",
    "64 * 4 + 7 // 2": "259",
    "-7 // 2": "-4",
    "9**9**9": "(9 ** 387420489)",
    "1 // 0": "(1 // 0)",
    "NAME[:-5]": '"Order"',
    "NAME[-5:].lower()": '"model"',
    "NAME[2:4]": '"de"',
    "NAME[:100]": '"OrderModel"',
    "NAME[::2]": "?",
    "NAME[:LIMIT]": "?",
  });
});

test("containers are spread and merged", () => {
  values(
    `
    COMMON = {"nullable": False, "index": True}
    EXTRA = dict(COMMON, index=False)
    PAIR = ("a", "b")
    `,
    {
      '{**COMMON, "index": None}': '{"nullable": false, "index": None}',
      EXTRA: '{"nullable": false, "index": false}',
      'COMMON | {"x": 1}': '{"nullable": false, "index": true, "x": 1}',
      "{**UNKNOWN}": "{?}",
      '[*PAIR, "c"]': 'list("a", "b", "c")',
      'EXTRA["index"]': "false",
      "PAIR[-1]": '"b"',
      "f(*PAIR, **COMMON)": "?",
      "dict(*PAIR, **COMMON)": 'builtins.dict("a", "b", nullable=false, index=true)',
    },
  );
});

test("conditions are decided where they can be", () => {
  values(
    `
    import os
    YES = True
    DEBUG = os.environ.get("DEBUG")
    if DEBUG:
        EITHER = "a"
    else:
        EITHER = "b"
    if DEBUG:
        SAME = "x"
    else:
        SAME = "x"
    try:
        from sqlalchemy.orm import mapped_column as column
    except ImportError:
        from sqlalchemy import Column as column
    `,
    {
      '"a" if YES else "b"': '"a"',
      '"a" if DEBUG else "b"': "?",
      '"a" if DEBUG else "a"': '"a"',
      'None or "x"': '"x"',
      'not YES or ""': '""',
      EITHER: "?",
      SAME: '"x"',
      column: "sqlalchemy.orm.mapped_column",
    },
  );
});

test("names are the same thing whatever path they were imported by", () => {
  values(
    `
    import sqlalchemy as sa
    import sqlalchemy.orm
    from sqlalchemy import orm
    from sqlalchemy.orm import relation, relationship as rel
    from sqlalchemy.sql.schema import Column
    from sqlalchemy.ext.declarative import declarative_base
    from sqlmodel import Column as C, Field as F, main
    from typing import List, Optional as O
    from typing_extensions import Annotated
    import sqlmodel
    `,
    {
      "sa.Column": "sqlalchemy.Column",
      "sa.orm.relationship": "sqlalchemy.orm.relationship",
      "sqlalchemy.orm.relationship": "sqlalchemy.orm.relationship",
      "orm.backref": "sqlalchemy.orm.backref",
      relation: "sqlalchemy.orm.relationship",
      rel: "sqlalchemy.orm.relationship",
      Column: "sqlalchemy.Column",
      declarative_base: "sqlalchemy.orm.declarative_base",
      C: "sqlalchemy.Column",
      F: "sqlmodel.Field",
      "main.SQLModel": "sqlmodel.SQLModel",
      "sqlmodel.ForeignKey": "sqlalchemy.ForeignKey",
      List: "builtins.list",
      O: "typing.Optional",
      Annotated: "typing.Annotated",
    },
  );
});

test("names are followed across files, re-exports and stars included", () => {
  values(
    `
    # file: app/__init__.py
    from .names import *
    from .models import User as Person
    # file: app/names.py
    TABLE = "users"
    _HIDDEN = 1
    # file: app/models.py
    class User:
        LIMIT = 5
        class Inner:
            pass
        def method(self):
            return 1
    # file: main.py
    import app
    import app.models as m
    from app import Person, TABLE, _HIDDEN, nothing
    from outside import thing
    `,
    {
      TABLE: '"users"',
      _HIDDEN: "?",
      nothing: "?",
      Person: "app.models:User",
      "app.models.User": "app.models:User",
      "m.User.LIMIT": "5",
      "m.User.__name__": '"User"',
      "m.User.Inner": "app.models:User.Inner",
      "m.User.method": "app.models:User.method",
      thing: "outside.thing",
      "thing.attribute": "outside.thing.attribute",
    },
  );
});

test("helpers may change the containers that they were given", () => {
  values(
    `
    from sqlalchemy import Column

    def column(**kwargs):
        kwargs.setdefault("nullable", False)
        kwargs.setdefault("index", True)
        kwargs["unique"] = True
        doc = kwargs.pop("doc", None)
        return Column(doc, **kwargs)
    def items(first):
        found = [first]
        found.append(2)
        found.extend((3, 4))
        return found
    def merged(given):
        options = {"a": 1}
        options.update(given, c=3)
        return options
    def shortened(given):
        del given["a"]
        return given
    def sorted_items(given):
        given.sort()
        return given
    `,
    {
      "column(index=False, doc='x')": 'sqlalchemy.Column("x", index=false, nullable=false, unique=true)',
      "items(1)": "list(1, 2, 3, 4)",
      'merged({"b": 2})': '{"a": 1, "b": 2, "c": 3}',
      'shortened({"a": 2})': "?",
      "sorted_items([1])": "?",
    },
  );
});

test("comprehensions and lambdas with parameters are followed where everything in them is known", () => {
  values(
    `
    import enum
    import re

    class Color(enum.Enum):
        RED = "red"
        BLUE = "blue"

    PAIRS = {"a": 1, "b": 2}
    `,
    {
      "[color.value for color in Color]": 'list("red", "blue")',
      "(lambda kind: [each.value for each in kind])(Color)": 'list("red", "blue")',
      "(lambda a, b=2: [a, b])(1)": "list(1, 2)",
      "(lambda a: a)()": "?",
      "[key for key, value in PAIRS.items() if value == 2]": 'list("b")',
      "{name: 0 for name in ('x', 'y')}": '{"x": 0, "y": 0}',
      '"_".join([part.lower() for part in re.split("(?=[A-Z])", "UserRole") if part])': '"user_role"',
      're.split("(,)", "a,b")': 're.split("(,)", "a,b")',
      're.findall("[A-Z][a-z]*", "UserRole")': 'list("User", "Role")',
      "[name for name in UNKNOWN]": "?",
      "[a for a in (1, 2) if UNKNOWN]": "?",
      '[PAIRS.get("a"), PAIRS.get("z", 9)]': "list(1, 9)",
    },
  );
});

test("helpers are followed through locals, guards and defaults, not through loops", () => {
  values(
    `
    from sqlalchemy import Column, ForeignKey
    def reference(target, *more, nullable=False, **options):
        '''Makes a column.'''
        name = f"{target}.id"
        if not target:
            raise ValueError
        key = ForeignKey(name, **options)
        return Column(key, *more, nullable=nullable)
    def either(x):
        if x == "a":
            return "first"
        return "other"
    def looping(x):
        for y in x:
            name = y
        return name
    def changed():
        options = {}
        options["x"] = 1
        return options
    def endless(x):
        return endless(x)
    `,
    {
      'reference("user")': 'sqlalchemy.Column(sqlalchemy.ForeignKey("user.id"), nullable=false)',
      'reference("user", 1, nullable=True, ondelete="CASCADE")':
        'sqlalchemy.Column(sqlalchemy.ForeignKey("user.id", ondelete="CASCADE"), 1, nullable=true)',
      'either("a") + either("b")': '"firstother"',
      "either(UNKNOWN)": "?",
      "looping([])": "?",
      "changed()": '{"x": 1}',
      "reference()": "?",
      "endless(1)": "?",
    },
  );
});

test("of two declarations, one of which is made, what they agree on is known", () => {
  values(
    `
    import os
    from sqlalchemy import Column, ForeignKey, Integer, String
    MAYBE = os.environ.get("MAYBE")
    def made(target):
        if MAYBE:
            return ForeignKey(target)
        return ForeignKey(target, ondelete="CASCADE")
    `,
    {
      "Column(Integer, unique=True) if MAYBE else Column(Integer, unique=True, default=1)":
        "sqlalchemy.Column(sqlalchemy.Integer, unique=true, default=?)",
      "Column(Integer, default=1) if MAYBE else Column(String, unique=True)":
        "sqlalchemy.Column(?, default=?, unique=?)",
      'Column(ForeignKey("a.id", ondelete="CASCADE")) if MAYBE else Column(ForeignKey("a.id"))':
        'sqlalchemy.Column(sqlalchemy.ForeignKey("a.id", ondelete=?))',
      'Column("a", Integer) if MAYBE else Column(Integer)': "?",
      "Column(Integer) if MAYBE else None": "?",
      'made("a.id")': 'sqlalchemy.ForeignKey("a.id", ondelete=?)',
      'os.environ.get("A") if MAYBE else os.environ.get("B")': "?",
    },
  );
});

test("what is defined by itself, or grows without end, is unknown and costs nothing", () => {
  const doubling = Array.from({ length: 40 }, (_, index) => `s${index + 1} = s${index} + s${index}`).join("\n    ");
  values(
    `
    a = b
    b = a
    class C(C2): pass
    class C2(C): pass
    s0 = "xxxxxxxx"
    l0 = [1, 2]
    ${doubling}
    ${doubling.replaceAll("s", "l")}
    `,
    { a: "?", s40: "(? + ?)", l40: "?", "C.x": "models:C.x" },
  );
});

test("patterns that derive table names are followed, those that could take long are not", () => {
  values(
    `
    import re
    WORDS = re.compile(r"(?<!^)(?=[A-Z])")
    `,
    {
      'WORDS.sub("_", "BlogPost").lower()': '"blog_post"',
      're.sub(r"([a-z])([A-Z])", r"\\1_\\2", "BlogPost")': '"Blog_Post"',
      're.sub("(a+)+$", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")':
        're.sub("(a+)+$", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")',
      're.sub("a*a*a*a*a*b", "", "aaaaaaaaaaaaaaaa")': 're.sub("a*a*a*a*a*b", "", "aaaaaaaaaaaaaaaa")',
      're.sub("(?P<x>a)", "", "a")': 're.sub("(?P<x>a)", "", "a")',
    },
  );
});
