import { describe, expect, test } from "vitest";
import type { Change } from "../../src/fixes/fix.ts";
import type { DeclarationCall } from "../../src/models/schema/keys.ts";
import { call, fixed, place } from "./fixing.ts";

const cascade = (at: DeclarationCall): Change => ({ kind: "deleteCascade", call: at, enabled: true, orphan: true });
const noCascade = (at: DeclarationCall): Change => ({ kind: "deleteCascade", call: at, enabled: false, orphan: false });
const passive = (at: DeclarationCall, value: true | "all" | null = true): Change => ({
  kind: "passiveDeletes",
  call: at,
  value,
});

function changed(
  text: string,
  beginning: string,
  ...changes: readonly ((at: DeclarationCall) => Change)[]
): string | null {
  const at = call(text, beginning);
  return fixed(text, ...changes.map((change) => change(at)));
}

describe("a SQLModel Relationship", () => {
  test("gets SQLModel's own keywords", () => {
    expect(changed("xs: list[X] = Relationship()\n", "Relationship(", cascade, passive)).toBe(
      "xs: list[X] = Relationship(cascade_delete=True, passive_deletes=True)\n",
    );
    expect(
      changed('xs: list[X] = Relationship(back_populates="p")\n', "Relationship(", (at) => passive(at, "all")),
    ).toBe('xs: list[X] = Relationship(back_populates="p", passive_deletes="all")\n');
  });

  test("keeps a cascade where it is spelt out, and passive_deletes beside it", () => {
    const text = 'xs: list[X] = Relationship(sa_relationship_kwargs={"cascade": "save-update, merge"})\n';
    expect(changed(text, "Relationship(", cascade, passive)).toBe(
      'xs: list[X] = Relationship(sa_relationship_kwargs={"cascade": "save-update, merge, delete, delete-orphan", "passive_deletes": True})\n',
    );
  });

  test("uses the form of the options: a call of dict", () => {
    const text = "xs: list[X] = Relationship(sa_relationship_kwargs=dict(cascade='all,delete'))\n";
    expect(changed(text, "Relationship(", cascade, passive)).toBe(
      "xs: list[X] = Relationship(sa_relationship_kwargs=dict(cascade='all,delete,delete-orphan', passive_deletes=True))\n",
    );
  });

  test("gets a delete cascade without delete-orphan only through its options", () => {
    const text = "xs: list[X] = Relationship(back_populates='p')\n";
    const deleteOnly = (at: DeclarationCall): Change => ({
      kind: "deleteCascade",
      call: at,
      enabled: true,
      orphan: false,
    });
    expect(changed(text, "Relationship(", deleteOnly)).toBe(
      "xs: list[X] = Relationship(back_populates='p', sa_relationship_kwargs={'cascade': 'all, delete'})\n",
    );
  });

  test("is edited inside sa_relationship where that decides", () => {
    const text = 'xs: list[X] = Relationship(sa_relationship=relationship("X", back_populates="p"))\n';
    expect(changed(text, "Relationship(", cascade)).toBe(
      'xs: list[X] = Relationship(sa_relationship=relationship("X", back_populates="p", cascade="all, delete-orphan"))\n',
    );
  });

  test("loses its delete cascade in either spelling", () => {
    expect(changed("xs: list[X] = Relationship(cascade_delete=True)\n", "Relationship(", noCascade)).toBe(
      "xs: list[X] = Relationship()\n",
    );
    const text = 'xs: list[X] = Relationship(back_populates="p", sa_relationship_kwargs={"cascade": "all, delete"})\n';
    expect(changed(text, "Relationship(", noCascade)).toBe('xs: list[X] = Relationship(back_populates="p")\n');
    expect(changed(text, "Relationship(", noCascade, (at) => passive(at, "all"))).toBe(
      'xs: list[X] = Relationship(back_populates="p", sa_relationship_kwargs={"passive_deletes": "all"})\n',
    );
  });

  test("replaces one keyword by another in its place", () => {
    const text = 'xs: list[X] = Relationship(\n    cascade_delete=True,  # parts\n    back_populates="p",\n)\n';
    expect(changed(text, "Relationship(", noCascade, (at) => passive(at, "all"))).toBe(
      'xs: list[X] = Relationship(\n    passive_deletes="all",  # parts\n    back_populates="p",\n)\n',
    );
  });

  test("is left alone where its options come from elsewhere", () => {
    for (const text of [
      "xs: list[X] = Relationship(sa_relationship_kwargs=OPTIONS)\n",
      'xs: list[X] = Relationship(sa_relationship_kwargs={**OPTIONS, "lazy": "raise"})\n',
      "xs: list[X] = Relationship(**options)\n",
      "xs: list[X] = Relationship(sa_relationship=OTHER)\n",
      'xs: list[X] = Relationship(sa_relationship_kwargs={"cascade": CASCADE})\n',
    ]) {
      expect(changed(text, "Relationship(", cascade)).toBeNull();
    }
  });
});

describe("a SQLAlchemy relationship", () => {
  test("gets a cascade after back_populates, and passive_deletes after that", () => {
    const text = 'xs = relationship("X", back_populates="p", lazy="raise")\n';
    expect(changed(text, "relationship(", cascade, passive)).toBe(
      'xs = relationship("X", back_populates="p", cascade="all, delete-orphan", passive_deletes=True, lazy="raise")\n',
    );
  });

  test("keeps the other tokens of its cascade when deletes go", () => {
    const text = 'xs = relationship("X", cascade="save-update, delete, expunge, delete-orphan")\n';
    expect(changed(text, "relationship(", noCascade)).toBe('xs = relationship("X", cascade="save-update, expunge")\n');
    expect(changed('xs = relationship("X", cascade="all, delete-orphan")\n', "relationship(", noCascade)).toBe(
      'xs = relationship("X")\n',
    );
  });

  test("stays packed where its arguments are packed, and unpacked where they are not", () => {
    expect(changed('xs = relationship(\n    "X", back_populates="p"\n)\n', "relationship(", passive)).toBe(
      'xs = relationship(\n    "X", back_populates="p", passive_deletes=True\n)\n',
    );
    expect(
      changed('xs = relationship(\n    "X",\n    back_populates="p",\n)\n', "relationship(", cascade, passive),
    ).toBe(
      'xs = relationship(\n    "X",\n    back_populates="p",\n    cascade="all, delete-orphan",\n    passive_deletes=True,\n)\n',
    );
  });
});

describe("a call that gets too wide for its line", () => {
  const name = "x".repeat(60);

  test("is written with one argument a line", () => {
    const text = `class A:\n    ${name} = relationship("Owner", lazy="select", order_by="Owner.id")\n`;
    expect(changed(text, "relationship(", cascade, passive)).toBe(
      `class A:\n    ${name} = relationship(\n        "Owner",\n        lazy="select",\n        order_by="Owner.id",\n` +
        '        cascade="all, delete-orphan",\n        passive_deletes=True,\n    )\n',
    );
  });

  test("keeps the options in their usual order, tabs, and line ends", () => {
    const text = `class A:\r\n\t${name}: list["B"] = Relationship(back_populates="a", sa_relationship_kwargs={"lazy": "joined"})\r\n`;
    const more = (at: DeclarationCall): Change => ({
      kind: "relationshipOption",
      call: at,
      name: "order_by",
      value: '"B.id"',
    });
    expect(changed(text, "Relationship(", cascade, more)).toBe(
      `class A:\r\n\t${name}: list["B"] = Relationship(\r\n\t\tback_populates="a",\r\n\t\tcascade_delete=True,` +
        '\r\n\t\tsa_relationship_kwargs={"lazy": "joined", "order_by": "B.id"},\r\n\t)\r\n',
    );
  });
});

describe("a backref", () => {
  const options = (text: string): DeclarationCall => ({ ...place(text, '"pets"'), callee: "sqlalchemy.orm.backref" });

  test("written as a name becomes a call where backref is imported", () => {
    const text = 'from sqlalchemy.orm import backref as br\nx = relationship("O", backref="pets")\n';
    expect(fixed(text, cascade(options(text)), passive(options(text)))).toBe(
      "from sqlalchemy.orm import backref as br\n" +
        'x = relationship("O", backref=br("pets", cascade="all, delete-orphan", passive_deletes=True))\n',
    );
  });

  test("is found beside relationship where that is reached through a module", () => {
    const text = 'x = db.relationship("O", backref="pets")\n';
    expect(fixed(text, passive(options(text), "all"))).toBe(
      'x = db.relationship("O", backref=db.backref("pets", passive_deletes="all"))\n',
    );
  });

  test.each([
    ["from sqlalchemy.orm import relationship\n", "from sqlalchemy.orm import backref, relationship\n"],
    [
      "from sqlalchemy.orm import Mapped, declarative_base, relationship\n",
      "from sqlalchemy.orm import Mapped, backref, declarative_base, relationship\n",
    ],
    [
      "from sqlalchemy.orm import (\n    Mapped,\n    relationship,\n)\n",
      "from sqlalchemy.orm import (\n    Mapped,\n    backref,\n    relationship,\n)\n",
    ],
    [
      "from sqlalchemy.orm import (aliased,\n                            relationship)\n",
      "from sqlalchemy.orm import (aliased,\n                            backref,\n                            relationship)\n",
    ],
  ])("written as a name becomes a call that is imported with relationship: %j", (before, after) => {
    const text = `${before}x = relationship("O", backref="pets")\n`;
    expect(fixed(text, passive(options(text), "all"))).toBe(
      `${after}x = relationship("O", backref=backref("pets", passive_deletes="all"))\n`,
    );
  });

  test("is imported last where every other name sorts before it", () => {
    const text = 'from sqlalchemy.orm import aliased as relationship\nx = relationship("O", backref="pets")\n';
    expect(fixed(text, passive(options(text), "all"))).toBe(
      "from sqlalchemy.orm import aliased as relationship, backref\n" +
        'x = relationship("O", backref=backref("pets", passive_deletes="all"))\n',
    );
  });

  test("stays a name where nothing says how backref is called", () => {
    const text = 'from app.orm import relationship\nx = relationship("O", backref="pets")\n';
    expect(fixed(text, cascade(options(text)))).toBeNull();
  });

  test("written as a call is edited like a relationship", () => {
    const text = 'x = relationship("O", backref=backref("pets", lazy="dynamic"))\n';
    expect(changed(text, "backref(", cascade)).toBe(
      'x = relationship("O", backref=backref("pets", lazy="dynamic", cascade="all, delete-orphan"))\n',
    );
  });
});

test("any other option goes where the declaration keeps such options", () => {
  const option = (at: DeclarationCall): Change => ({
    kind: "relationshipOption",
    call: at,
    name: "remote_side",
    value: '"Node.id"',
  });
  expect(changed('p: "N" = Relationship(back_populates="c")\n', "Relationship(", option)).toBe(
    'p: "N" = Relationship(back_populates="c", sa_relationship_kwargs={"remote_side": "Node.id"})\n',
  );
  expect(changed('p: "N" = Relationship(sa_relationship_kwargs={"lazy": "joined"})\n', "Relationship(", option)).toBe(
    'p: "N" = Relationship(sa_relationship_kwargs={"lazy": "joined", "remote_side": "Node.id"})\n',
  );
  expect(changed('p = relationship("N")\n', "relationship(", option)).toBe(
    'p = relationship("N", remote_side="Node.id")\n',
  );
});
