import {
  type Association,
  hasTenant,
  type Layout,
  type ModelClass,
  type ModelSet,
  type PlainColumn,
  type Reference,
  referredColumns,
  rootOf,
  type Style,
  shareable,
} from "./modelSet.ts";
import type { Random } from "./random.ts";
import { withAttributes } from "./randomAttributes.ts";
import { withConstraints } from "./randomConstraints.ts";
import { withRelationships } from "./randomRelationships.ts";

// The alphabet decides the order of statements that nothing else orders, so names are dealt out in any order.
const names = ["Amber", "Birch", "Cedar", "Dahlia", "Elm", "Fern", "Ginkgo", "Hazel"];

const actions = [null, null, null, null, "CASCADE", "CASCADE", "CASCADE", "SET NULL", "SET NULL", "RESTRICT"] as const;
const rareActions = ["NO ACTION", "SET DEFAULT", "cascade", "set null"] as const;

/** Two to eight models in one style, most of which can be configured. */
export function randomModels(random: Random, styles: readonly Style[], layouts: readonly Layout[]): ModelSet {
  const style = random.pick(styles);
  const layout = random.pick(layouts);
  const depth = random.chance(0.12) ? 0.6 : 0.12;
  const dealt = random.shuffle(names).slice(0, 2 + random.integer(7));
  let classes: readonly ModelClass[] = [];
  for (const name of dealt) classes = [...classes, randomClass(random, style, name, classes, depth)];
  classes = classes.map((model) => ({ ...model, references: randomReferences(random, style, model, classes) }));
  const associations = randomAssociations(random, classes);
  classes = classes.map((model) => withConstraints(random, { style, layout, classes, associations }, model));
  const related = withRelationships(random, { style, layout, classes: withSchemas(random, classes), associations });
  return withAttributes(random, related);
}

/** Now and then some of the tables live in a schema of their own. */
function withSchemas(random: Random, classes: readonly ModelClass[]): readonly ModelClass[] {
  if (!random.chance(0.08)) return classes;
  return classes.map((model) => ({ ...model, schema: random.chance(0.5) ? "shop" : null }));
}

export function randomAction(random: Random): string | null {
  return random.chance(0.12) ? random.pick(rareActions) : random.pick(actions);
}

function randomClass(
  random: Random,
  style: Style,
  name: string,
  earlier: readonly ModelClass[],
  depth: number,
): ModelClass {
  const bases = earlier.filter(({ key }) => key === "id");
  const inherits =
    style !== "sqlmodel" && bases.length > 0 && random.chance(depth)
      ? {
          base: random.pick(bases).name,
          kind: random.pick(["joined", "joined", "single", "single", "concrete"] as const),
          onDelete: random.pick([null, "CASCADE"] as const),
        }
      : null;
  const special = random.pick([
    "id",
    "id",
    "id",
    "id",
    "id",
    "id",
    "id",
    "composite",
    "composite",
    "reference",
  ] as const);
  const tables = earlier.filter((model) => model.inherits === null);
  const key = inherits !== null || (special === "reference" && tables.length === 0) ? "id" : special;
  return {
    name,
    // SQLModel's default name, so that leaving it out means the same.
    schema: null,
    tableName: random.chance(0.8) ? name.toLowerCase() : `${name.toLowerCase()}_rows`,
    inherits,
    key,
    keyType: random.pick(["int", "int", "int", "int", "int", "int", "str", "UUID"] as const),
    code: null,
    columns: randomColumns(random, inherits === null ? "" : name.toLowerCase(), inherits?.kind === "single"),
    references: key === "reference" ? keyReferences(random, tables) : [],
    relationships: [],
    mapper: {
      passiveDeletes: random.chance(0.05),
      confirmDeletedRows: !random.chance(0.04),
      batch: !random.chance(0.04),
      eagerDefaults: random.chance(0.06),
      identity: false,
      versioned: style !== "sqlmodel" && inherits === null && random.chance(0.06),
      namesKey: false,
      discriminator: random.pick(["text", "text", "column", "property"] as const),
      excludes: null,
    },
    constraints: [],
    attributes: [],
  };
}

function randomColumns(random: Random, prefix: string, optional: boolean): PlainColumn[] {
  const types = ["int", "str", "str", "float", "bool", "datetime", "date", "Decimal", "UUID", "Shade"] as const;
  return Array.from({ length: random.integer(3) }, (_, index) => ({
    name: `${prefix}note${index + 1}`,
    type: random.pick(types),
    nullable: optional || random.chance(0.5),
    unique: random.chance(0.06),
    index: random.chance(0.1),
    renamed: random.chance(0.1),
    onUpdate: null,
    computed: false,
    deferred: random.chance(0.06),
    serverDefault: null,
    spelling: random.integer(5),
  })).map((column) => withOnUpdate(random, column));
}

/** Some columns are set by every UPDATE, some computed by the database. */
function withOnUpdate(random: Random, column: PlainColumn): PlainColumn {
  const values = { int: "7", str: '"new"', bool: "True", datetime: "func.now()" };
  const value = column.unique ? undefined : values[column.type as keyof typeof values];
  if (value !== undefined && random.chance(0.12)) return { ...column, onUpdate: value };
  const canCompute = column.type === "int" && !column.unique && column.nullable;
  if (canCompute && random.chance(0.15)) return { ...column, computed: true };
  const isText = column.type === "str" || column.type === "int";
  return isText && !column.unique && random.chance(0.08) ? { ...column, serverDefault: "25" } : column;
}

/** One or two references that make up a primary key. */
function keyReferences(random: Random, tables: readonly ModelClass[]): Reference[] {
  const targets = random.shuffle(tables).slice(0, 1 + random.integer(2));
  return targets.map((target) => ({
    ...randomReference(random, target.name.toLowerCase(), target.name),
    nullable: false,
    primaryKey: true,
    declared: true,
    serverDefault: null,
    unique: false,
  }));
}

function randomReferences(
  random: Random,
  style: Style,
  model: ModelClass,
  classes: readonly ModelClass[],
): readonly Reference[] {
  const references = [...model.references];
  const own = rootOf({ classes }, model);
  const alone = classes.filter((each) => rootOf({ classes }, each) === own).length === 1;
  for (let count = random.pick([0, 1, 1, 1, 2, 2, 3]); count > 0; count--) {
    const target = random.pick(classes);
    const later = classes.indexOf(target) >= classes.indexOf(model);
    if (later && !random.chance(0.4)) continue;
    // Between relatives a foreign key has several meanings, which no option settles in every style.
    if (target === model ? !alone : rootOf({ classes }, target) === own) continue;
    if (later && target.key === "reference") continue;
    // A class without a table of its own cannot declare a constraint of several columns.
    if (model.inherits?.kind === "single" && referredColumns({ classes }, target).length > 1) continue;
    const plain = target.name.toLowerCase();
    const name = freshName(model.inherits ? `${model.name.toLowerCase()}_${plain}` : plain, references);
    const reference = randomReference(random, name, target.name);
    // Rows of a circle of required references cannot be made; subclasses in one table cannot require their columns.
    const nullable = reference.nullable || later || model.inherits?.kind === "single";
    const settled = { ...reference, nullable };
    references.push(
      withSharing(random, classes, model, references, style === "sqlmodel" ? acceptable(settled) : settled),
    );
  }
  return references;
}

function randomReference(random: Random, name: string, target: string): Reference {
  const onDelete = randomAction(random);
  return {
    name,
    target,
    nullable: random.chance(0.5),
    onDelete,
    primaryKey: false,
    unique: random.chance(0.08),
    index: random.chance(0.2),
    serverDefault: onDelete === "SET DEFAULT" && random.chance(0.4) ? "1" : null,
    deferrable: random.chance(0.04),
    renamed: random.chance(0.1),
    declared: !random.chance(0.04),
    shared: null,
    spelling: random.integer(9),
  };
}

/** References to composite keys may begin with the same column. */
function withSharing(
  random: Random,
  classes: readonly ModelClass[],
  model: ModelClass,
  others: readonly Reference[],
  reference: Reference,
): Reference {
  const columns = hasTenant({ classes }, reference.target) ? shareable({ classes }, model, others) : [];
  if (columns.length === 0 || !reference.declared || !random.chance(0.7)) return reference;
  return { ...reference, shared: random.pick(columns) };
}

/** SQLModel refuses SET NULL on a required column when the class is made. */
function acceptable(reference: Reference): Reference {
  return reference.onDelete === "SET NULL" && !reference.nullable ? { ...reference, onDelete: "CASCADE" } : reference;
}

function freshName(name: string, references: readonly Reference[]): string {
  const taken = new Set(references.map((each) => each.name));
  let fresh = name;
  for (let number = 2; taken.has(fresh); number++) fresh = `${name}${number}`;
  return fresh;
}

function randomAssociations(random: Random, classes: readonly ModelClass[]): Association[] {
  return Array.from({ length: random.pick([0, 0, 0, 1, 1, 2]) }, (_, index) => ({
    name: `pairs${index + 1}`,
    left: random.pick(classes).name,
    right: random.pick(classes).name,
    leftOnDelete: associationAction(random),
    rightOnDelete: associationAction(random),
    numbered: random.chance(0.2),
  }));
}

function associationAction(random: Random): string | null {
  return random.pick([null, null, null, "CASCADE", "CASCADE", "RESTRICT"] as const);
}
