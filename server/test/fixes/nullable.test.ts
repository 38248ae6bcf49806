import { expect, test } from "vitest";
import { call, fixed, place } from "./fixing.ts";

function nullable(text: string, callee: string | null): string | null {
  return fixed(text, { kind: "nullable", column: place(text, "x"), call: callee && call(text, callee) } as never);
}

test.each([
  [
    "a SQLModel field gets the annotation and a default",
    'x: int = Field(foreign_key="p.id")\n',
    "Field(",
    'x: int | None = Field(default=None, foreign_key="p.id")\n',
  ],
  [
    "a default that is there stays",
    'x: int = Field(default=None, foreign_key="p.id")\n',
    "Field(",
    'x: int | None = Field(default=None, foreign_key="p.id")\n',
  ],
  [
    "an explicit 'required' gives way",
    'x: int = Field(..., foreign_key="p.id")\n',
    "Field(",
    'x: int | None = Field(None, foreign_key="p.id")\n',
  ],
  [
    "nullable=False goes",
    'x: int = Field(foreign_key="p.id", nullable=False)\n',
    "Field(",
    'x: int | None = Field(default=None, foreign_key="p.id")\n',
  ],
  [
    "Mapped carries the type inside",
    'x: Mapped[int] = mapped_column(ForeignKey("p.id"))\n',
    "mapped_column(",
    'x: Mapped[int | None] = mapped_column(ForeignKey("p.id"))\n',
  ],
  [
    "a Column without an annotation only loses nullable=False",
    'x = Column(Integer, ForeignKey("p.id"), nullable=False)\n',
    "Column(",
    'x = Column(Integer, ForeignKey("p.id"))\n',
  ],
  [
    "sa_column decides for itself",
    'x: int = Field(sa_column=Column(ForeignKey("p.id"), nullable=False))\n',
    "Field(",
    'x: int | None = Field(sa_column=Column(ForeignKey("p.id")))\n',
  ],
  [
    "each argument on its line",
    'x: int = Field(\n    foreign_key="p.id",\n)\n',
    "Field(",
    'x: int | None = Field(\n    default=None,\n    foreign_key="p.id",\n)\n',
  ],
])("%s", (_, text, callee, expected) => {
  expect(nullable(text, callee)).toBe(expected);
});

test("files that import Optional use it", () => {
  const text = "from typing import Optional as Opt\nx: Mapped[int] = mapped_column(ForeignKey('p.id'))\n";
  const column = { file: "models.py", start: text.indexOf("x:"), end: text.indexOf("x:") + 1 };
  expect(fixed(text, { kind: "nullable", column, call: call(text, "mapped_column(") })).toBe(
    "from typing import Optional as Opt\nx: Mapped[Opt[int]] = mapped_column(ForeignKey('p.id'))\n",
  );
});

test("key columns and nullability that comes from elsewhere stay as they are", () => {
  expect(nullable('x: int = Field(foreign_key="p.id", primary_key=True)\n', "Field(")).toBeNull();
  expect(nullable('x: int = Field(foreign_key="p.id", sa_column_kwargs={"nullable": False})\n', "Field(")).toBeNull();
  expect(nullable('x: "int" = Field(foreign_key="p.id")\n', "Field(")).toBeNull();
});
