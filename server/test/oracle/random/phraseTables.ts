import type { ModelSet } from "./modelSet.ts";
import type { Phrasing } from "./phrasing.ts";

/** What the declarative base is made of. */
export type BaseStyle = "plain" | "naming" | "abstract" | "registry" | "dataclass" | "schema" | "mixedIn";

/** Where the table of a class is declared. */
export type TableStyle = "declarative" | "attribute" | "imperative";

const NAMING = `{
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}`;

/** Replaces the declarative base. */
export function rephraseBase(text: string, set: ModelSet, style: BaseStyle): string {
  const base = set.style === "legacy" ? legacyBase(style) : modernBase(text, style);
  return text.replace(/^Base = declarative_base\(\)\n|^class Base\(DeclarativeBase\):\n {4}pass\n/m, base);
}

function legacyBase(style: BaseStyle): string {
  switch (style) {
    case "naming":
      return `Base = declarative_base(metadata=MetaData(naming_convention=${NAMING}))\n`;
    case "abstract":
      return "Root = declarative_base()\n\n\nclass Base(Root):\n    __abstract__ = True\n    made = Column(DateTime)\n";
    case "registry":
      return "models = registry()\nBase = models.generate_base()\n";
    case "mixedIn":
      return "class Made:\n    made = Column(DateTime)\n\n\nBase = declarative_base(cls=Made)\n";
    case "dataclass":
      return "@as_declarative()\nclass Base:\n    made = Column(DateTime, nullable=False)\n";
    default:
      return "Base = declarative_base()\n";
  }
}

function modernBase(text: string, style: BaseStyle): string {
  const made = "    made: Mapped[Optional[datetime]] = mapped_column(sort_order=90)\n";
  switch (style) {
    case "naming":
      return `class Base(DeclarativeBase):\n    metadata = MetaData(naming_convention=${NAMING})\n`;
    case "abstract":
      return `class Root(DeclarativeBase):\n    pass\n\n\nclass Base(Root):\n    __abstract__ = True\n${made}`;
    case "registry":
      return "class Base(DeclarativeBase):\n    registry = registry(type_annotation_map={str: String(33)})\n";
    case "mixedIn":
      return `class Made:\n${made}\n\nclass Base(Made, DeclarativeBase):\n    pass\n`;
    case "dataclass":
      // A mixin that is no dataclass itself is refused.
      return /^class \w+Parts:/m.test(text) || !/^class (?!Base|Shade|Pair)/m.test(text)
        ? "class Base(DeclarativeBase):\n    pass\n"
        : "class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):\n    pass\n";
    default:
      return "class Base(DeclarativeBase):\n    pass\n";
  }
}

/** Writes table names, references and whole tables in another way. */
export function rephraseClasses(text: string, set: ModelSet, phrasing: Phrasing): string {
  const inTables =
    set.style === "legacy" && phrasing.tables !== "declarative" ? rephraseTables(text, set, phrasing.tables) : text;
  // What such a method says, it says of every subclass in the same table too.
  const isShared = set.classes.some(({ inherits }) => inherits?.kind === "single");
  const style = isShared && phrasing.tableNames === "method" ? "literal" : phrasing.tableNames;
  const named = rephraseTableNames(inTables, style);
  return phrasing.references === "helper" ? withHelper(named, set) : named;
}

function rephraseTableNames(text: string, style: Phrasing["tableNames"]): string {
  const line = /^ {4}__tablename__ = "(\w+)"\n/gm;
  switch (style) {
    case "literal":
      return text;
    case "constant":
      return text.replaceAll(line, '    NAME = "$1"\n    __tablename__ = NAME\n');
    case "formatted":
      return text.replaceAll(line, '    SUFFIX = ""\n    __tablename__ = f"$1{SUFFIX}"\n');
    case "method":
      return text.replaceAll(
        line,
        '\n    @declared_attr.directive\n    def __tablename__(cls):\n        return "$1" if cls.__name__ else None\n\n',
      );
  }
}

/** Makes plain references by a function that returns the column. */
function withHelper(text: string, set: ModelSet): string {
  const column = set.style === "legacy" ? "Column" : "mapped_column";
  const line = new RegExp(
    String.raw`= ${column}\((?:\w+(?:\(\w*\))?, )?ForeignKey\(("[\w.]+")(?:, ondelete=("[\w ]+"))?\)(, [^()\n]*)?\)\n`,
    "g",
  );
  const helper = `def reference(target, action=None, **options):
    options.setdefault("index", False)
    return ${column}(ForeignKey(target, ondelete=action), **options)


`;
  const changed = text.replaceAll(line, (_, target, action, rest) => {
    return `= reference(${target}${action === undefined ? "" : `, ${action}`}${rest ?? ""})\n`;
  });
  const use = changed.indexOf("= reference(");
  if (use < 0) return text;
  const statement = changed.lastIndexOf("\n\n\n", use) + 3;
  return changed.slice(0, statement) + helper + changed.slice(statement);
}

const CLASS = /^class (\w+)\(Base\):\n((?: {4}.*\n|\n(?= {4}))+)/gm;

/** Takes the columns of classes without relatives out of their bodies, into a `Table`. */
function rephraseTables(text: string, set: ModelSet, style: "attribute" | "imperative"): string {
  const isRelated = (name: string) => set.classes.some(({ inherits }) => inherits?.base === name);
  return text.replaceAll(CLASS, (whole, name: string, body: string) => {
    const lines = body.split("\n").filter((line) => line.trim() !== "");
    const table = /^ {4}__tablename__ = "(\w+)"$/.exec(lines[0] ?? "")?.[1];
    if (
      table === undefined ||
      isRelated(name) ||
      /__table_args__|@declared_attr|def |"version_id_col"|"primary_key"|column_property/.test(body)
    )
      return whole;
    // A column of the class itself is at hand in the class only.
    if (/^ {4}(?!\w+ = )/m.test(lines.slice(1).join("\n"))) return whole;
    const columns = lines.flatMap((line) => columnArgument(line) ?? []);
    const others = lines.slice(1).filter((line) => columnArgument(line) === null);
    const call = (indent: string) =>
      `Table(\n${indent}    "${table}",\n${indent}    Base.metadata,\n` +
      `${columns.map((column) => `${indent}    ${column},\n`).join("")}${indent})`;
    if (style === "attribute")
      return [`class ${name}(Base):`, `    __table__ = ${call("    ")}`, ...others, ""].join("\n");
    const properties = others.flatMap((line) => {
      const [, key, value] = /^ {4}(\w+) = (relationship\(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [`    "${key}": ${value},\n`];
    });
    if (properties.length !== others.length) return whole;
    return (
      `class ${name}:\n    pass\n\n\n${name.toLowerCase()}_table = ${call("")}\n` +
      `Base.registry.map_imperatively(${name}, ${name.toLowerCase()}_table, properties={\n${properties.join("")}})\n`
    );
  });
}

/** `name = Column(...)` as an argument of `Table`: its name first, and its attribute as the key where that is another one. */
function columnArgument(line: string): string | null {
  const [, attribute, given] = /^ {4}(\w+) = Column\((.*)\)$/.exec(line) ?? [];
  if (attribute === undefined || given === undefined) return null;
  return given.startsWith('"') ? `Column(${given}, key="${attribute}")` : `Column("${attribute}", ${given})`;
}
