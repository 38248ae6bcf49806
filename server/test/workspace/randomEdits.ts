/** Numbers from 0 to 1 that look random (the "minimal standard" generator), the same for every run of a seed. */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function oneOf<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

/** Pieces of declarations, each of which may stand where another one stood. */
const exchangeable: readonly (readonly string[])[] = [
  ['ondelete="CASCADE"', 'ondelete="SET NULL"', 'ondelete="RESTRICT"', "ondelete=None", 'ondelete="CASKADE"'],
  ['back_populates="', 'backref="', 'overlaps="'],
  ["cascade_delete=True", "passive_deletes=True", 'passive_deletes="all"', "cascade_delete=False"],
  ['cascade="all, delete-orphan"', 'cascade="save-update"', 'cascade="all, delete"', 'cascade="al"'],
  ["int | None", "int", "str", "Optional[int]"],
  ["primary_key=True", "index=True", "unique=True"],
  ["viewonly=True", "uselist=False", "single_parent=True", "post_update=True"],
  ["table=True", "table=False"],
  ["Relationship(", "relationship(", "Field("],
  ["session.delete(", "session.add(", "delete("],
];

/** What typing leaves behind: one small change somewhere in a text. */
export function edited(text: string, random: () => number): string {
  const kinds = [renamed, cut, withoutLine, withLineTwice, withLineMoved, moved, withNameSwapped];
  return random() < 0.5 ? exchanged(text, random) : oneOf(kinds, random)(text, random);
}

function exchanged(text: string, random: () => number): string {
  const present = exchangeable.flatMap((pieces) => pieces.filter((piece) => text.includes(piece)));
  if (present.length === 0) return moved(text);
  const piece = oneOf(present, random);
  const others = exchangeable.find((pieces) => pieces.includes(piece)) ?? [];
  const places = [...text.matchAll(new RegExp(piece.replace(/[[\](){}|"?.]/g, "\\$&"), "g"))];
  const at = oneOf(places, random).index;
  return text.slice(0, at) + oneOf(others, random) + text.slice(at + piece.length);
}

/** One occurrence of a name gets longer: a declaration and what refers to it may not agree any more. */
function renamed(text: string, random: () => number): string {
  const names = [...text.matchAll(/[A-Za-z_]\w*/g)];
  if (names.length === 0) return text;
  const { index, 0: name } = oneOf(names, random);
  return `${text.slice(0, index + name.length)}x${text.slice(index + name.length)}`;
}

function withNameSwapped(text: string, random: () => number): string {
  const names = [...text.matchAll(/[A-Z]\w*/g)];
  if (names.length === 0) return text;
  const { index, 0: name } = oneOf(names, random);
  return text.slice(0, index) + oneOf(names, random)[0] + text.slice(index + name.length);
}

function cut(text: string, random: () => number): string {
  const from = Math.floor(random() * text.length);
  return text.slice(0, from) + text.slice(from + Math.floor(random() * 30));
}

function withoutLine(text: string, random: () => number): string {
  const lines = text.split("\n");
  return lines.toSpliced(Math.floor(random() * lines.length), 1).join("\n");
}

function withLineTwice(text: string, random: () => number): string {
  const lines = text.split("\n");
  const at = Math.floor(random() * lines.length);
  return lines.toSpliced(at, 0, lines[at] ?? "").join("\n");
}

function withLineMoved(text: string, random: () => number): string {
  const lines = text.split("\n");
  const [line = ""] = lines.splice(Math.floor(random() * lines.length), 1);
  return lines.toSpliced(Math.floor(random() * lines.length), 0, line).join("\n");
}

/** Everything below the first line moves. */
function moved(text: string): string {
  return `\n${text}`;
}
