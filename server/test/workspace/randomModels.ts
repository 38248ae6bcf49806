import { oneOf } from "./randomEdits.ts";

/**
 * A project of tables that reference each other across files in every way that decides about a delete, with code that
 * deletes some of their rows: path → text.
 */
export function randomModels(random: () => number): Map<string, string> {
  const files = 3 + Math.floor(random() * 3);
  const names = Array.from({ length: files * 4 }, (_, index) => `Model${index}`);
  const texts = new Map<string, string>();
  const keys = names.flatMap((child, index) =>
    Array.from({ length: Math.floor(random() * 3) }, (_, nth) => ({ child, nth, parent: oneOf(names, random), index })),
  );
  for (let file = 0; file < files; file++) {
    const classes = names.slice(file * 4, file * 4 + 4).map((name) => {
      const columns = keys.filter(({ child }) => child === name).map((key) => foreignKey(key, random));
      const collections = keys.filter(({ parent }) => parent === name).flatMap((key) => collection(key, random));
      const lines = ["id: int = Field(primary_key=True)", ...columns.flat(), ...collections];
      return `class ${name}(SQLModel, table=True):\n${lines.map((line) => `    ${line}\n`).join("")}`;
    });
    texts.set(
      `/p/app/models${file}.py`,
      `from sqlmodel import Field, Relationship, SQLModel\n\n${classes.join("\n\n")}`,
    );
  }
  for (let file = 0; file < 2; file++) texts.set(`/p/app/service${file}.py`, service(names, files, random));
  return texts;
}

interface Key {
  readonly child: string;
  readonly parent: string;
  readonly index: number;
  readonly nth: number;
}

const actions = ['ondelete="CASCADE"', 'ondelete="SET NULL"', 'ondelete="RESTRICT"', "index=True", "unique=True"];
const options = ["cascade_delete=True", "passive_deletes=True", 'passive_deletes="all"', "", ""];

function foreignKey({ parent, index, nth }: Key, random: () => number): readonly string[] {
  const type = random() < 0.5 ? "int" : "int | None";
  const column = `key${nth}: ${type} = Field(foreign_key="${parent.toLowerCase()}.id", ${oneOf(actions, random)})`;
  if (random() < 0.4) return [column];
  return [column, `parent${nth}: "${parent}" = Relationship(back_populates="many${index}_${nth}"${over(index, nth)})`];
}

function collection({ child, index, nth }: Key, random: () => number): readonly string[] {
  if (random() < 0.15) return [];
  const given = oneOf(options, random);
  const link = random() < 0.8 ? [`back_populates="parent${nth}"`] : [];
  const settings = [...link, ...(given === "" ? [] : [given])].join(", ");
  return [`many${index}_${nth}: list["${child}"] = Relationship(${settings}${over(index, nth)})`];
}

/** Says over which foreign key, which matters where two lead to the same table. */
function over(index: number, nth: number): string {
  return `, sa_relationship_kwargs={"foreign_keys": "Model${index}.key${nth}"}`;
}

function service(names: readonly string[], files: number, random: () => number): string {
  const imports = Array.from({ length: files }, (_, file) => `from app.models${file} import *\n`).join("");
  const statements = Array.from({ length: 5 }, () =>
    random() < 0.5
      ? `session.delete(session.get(${oneOf(names, random)}, 1))`
      : `session.exec(delete(${oneOf(names, random)}))`,
  );
  return `from sqlmodel import Session, delete\n${imports}\ndef clean(session: Session):\n${statements.map((line) => `    ${line}\n`).join("")}`;
}
