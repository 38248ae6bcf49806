import { describe, expect, test } from "vitest";
import { call, fixed } from "./fixing.ts";

function withAction(text: string, beginning: string, action: string | null): string | null {
  return fixed(text, { kind: "onDelete", call: call(text, beginning), action });
}

describe("ondelete of a foreign key", () => {
  test("follows foreign_key in a SQLModel field", () => {
    const text = 'x: int = Field(foreign_key="p.id", index=True)\n';
    expect(withAction(text, "Field(", "CASCADE")).toBe(
      'x: int = Field(foreign_key="p.id", ondelete="CASCADE", index=True)\n',
    );
  });

  test("comes last in a ForeignKey, with the quotes used there", () => {
    const text = "x = Column(Integer, ForeignKey('p.id', name=\"fk\"), nullable=False)\n";
    expect(withAction(text, "ForeignKey(", "SET NULL")).toBe(
      "x = Column(Integer, ForeignKey('p.id', name=\"fk\", ondelete='SET NULL'), nullable=False)\n",
    );
  });

  test("is replaced where it stands, in the case that the author writes", () => {
    const text = 'x = ForeignKey("p.id", ondelete="set null", name="fk")\n';
    expect(withAction(text, "ForeignKey(", "CASCADE")).toBe('x = ForeignKey("p.id", ondelete="cascade", name="fk")\n');
  });

  test("is removed with its comma", () => {
    expect(withAction('x = ForeignKey("p.id", ondelete="CASCADE")\n', "ForeignKey(", null)).toBe(
      'x = ForeignKey("p.id")\n',
    );
    expect(withAction('x = ForeignKey("p.id", ondelete="CASCADE", name="n")\n', "ForeignKey(", null)).toBe(
      'x = ForeignKey("p.id", name="n")\n',
    );
  });

  test("is left alone where a constant or unknown options decide", () => {
    expect(withAction('x = ForeignKey("p.id", ondelete=ACTION)\n', "ForeignKey(", "CASCADE")).toBeNull();
    expect(withAction('x = ForeignKey("p.id", **options)\n', "ForeignKey(", "CASCADE")).toBeNull();
  });

  test("is left alone where the call has moved", () => {
    const text = 'x = ForeignKey("p.id")\n';
    const moved = { ...call(text, "ForeignKey("), start: 2 };
    expect(fixed(text, { kind: "onDelete", call: moved, action: "CASCADE" })).toBeNull();
  });

  test("survives half-typed neighbours", () => {
    const text = 'a: int = Field(foreign_key=\nx: int = Field(foreign_key="p.id")\nb = relationship(\n';
    expect(withAction(text, 'Field(foreign_key="', "CASCADE")).toBe(
      'a: int = Field(foreign_key=\nx: int = Field(foreign_key="p.id", ondelete="CASCADE")\nb = relationship(\n',
    );
  });

  test("goes on a line of its own in a multi-line call, before the trailing comma's line end", () => {
    const text = 'x: int = Field(\n    foreign_key="p.id",  # the owner\n    index=True,\n)\n';
    expect(withAction(text, "Field(", "CASCADE")).toBe(
      'x: int = Field(\n    foreign_key="p.id",  # the owner\n    ondelete="CASCADE",\n    index=True,\n)\n',
    );
  });

  test("removes its whole line from a multi-line call", () => {
    const text =
      'x: int = Field(\n    foreign_key="p.id",\n    ondelete="CASCADE",  # with the owner\n    index=True,\n)\n';
    expect(withAction(text, "Field(", null)).toBe('x: int = Field(\n    foreign_key="p.id",\n    index=True,\n)\n');
  });

  test("keeps a list without a trailing comma without one", () => {
    const text = 'x: int = Field(\n    foreign_key="p.id",\n    ondelete="CASCADE"\n)\n';
    expect(withAction(text, "Field(", null)).toBe('x: int = Field(\n    foreign_key="p.id"\n)\n');
    const other = 'x = ForeignKey(\n    "p.id",\n    name="a"  # named\n)\n';
    expect(withAction(other, "ForeignKey(", "CASCADE")).toBe(
      'x = ForeignKey(\n    "p.id",\n    name="a",  # named\n    ondelete="CASCADE"\n)\n',
    );
  });

  test("keeps arguments aligned under the bracket", () => {
    const text = 'x = ForeignKey("p.id",\n               name="a")\n';
    expect(withAction(text, "ForeignKey(", "CASCADE")).toBe(
      'x = ForeignKey("p.id",\n               name="a",\n               ondelete="CASCADE")\n',
    );
  });

  test("keeps the file's line ends", () => {
    const text = 'x: int = Field(\r\n    foreign_key="p.id",\r\n)\r\n';
    expect(withAction(text, "Field(", "CASCADE")).toBe(
      'x: int = Field(\r\n    foreign_key="p.id",\r\n    ondelete="CASCADE",\r\n)\r\n',
    );
  });
});
