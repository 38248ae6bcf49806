import type { ClassFact, Fact, FileFacts } from "../models/fact.ts";

/** What the models of a file are called: classes, and tables where they have names of their own. */
export function modelNames(facts: FileFacts): readonly string[] {
  return facts.body.flatMap((fact) => (fact.kind === "class" ? namesOfClass(fact) : []));
}

function namesOfClass({ name, arguments: bases, body }: ClassFact): readonly string[] {
  const tableNames = body.flatMap(tableName);
  const isTable = bases.some(({ keyword }) => keyword?.name === "table") || tableNames.length > 0;
  return isTable || body.some(declaresColumn) ? [`class ${name.name}`, ...tableNames] : [];
}

function tableName(fact: Fact): readonly string[] {
  if (fact.kind !== "assignment" || fact.name.name !== "__tablename__") return [];
  return fact.value?.kind === "string" ? [`table ${fact.value.value}`] : [];
}

/** `id = Column(...)`, `id: Mapped[int] = mapped_column(...)`, `posts = db.relationship(...)`. */
function declaresColumn(fact: Fact): boolean {
  if (fact.kind !== "assignment" || fact.value?.kind !== "call") return false;
  const { callee } = fact.value;
  const name = callee.kind === "name" ? callee.name : callee.kind === "attribute" ? callee.attribute.name : "";
  return name === "Column" || name === "mapped_column" || name === "relationship";
}
