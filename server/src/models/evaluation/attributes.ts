import { canonicalName, flaskSqlalchemyAttribute } from "../canonicalNames.ts";
import { memberFromClasses } from "../classes/members.ts";
import { tableNameOf } from "../classes/tableName.ts";
import { isLibraryFile } from "../libraries/libraries.ts";
import { metadataOf } from "../registries/metadata.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { InstanceValue, StringValue, Value } from "../value.ts";
import { memberOfModule } from "./bindings.ts";
import { isEnum, memberValue, stringMember } from "./enums.ts";
import { memberProperty } from "./memberProperty.ts";
import { attributeOfObject } from "./objectAttribute.ts";
import type { Program } from "./program.ts";
import { SQLITE_DIALECT } from "./sqliteDialect.ts";
import { nameOfTable } from "./tableAttributes.ts";
import { unknown } from "./unknown.ts";

/** `of.name`, as far as it is known. */
export function evaluateAttribute(program: Program, of: Value, name: string, at: Location): Value {
  const schema = name === "schema" ? schemaOfMetadata(program, of, at) : null;
  if (schema !== null) return schema;
  switch (of.kind) {
    case "unknown":
      return { ...of, at };
    case "module":
      return attributeOfModule(program, of.name, name, at);
    case "symbol":
      if (of.name === SQLITE_DIALECT && name === "name") return { kind: "string", value: "sqlite", at };
      return { kind: "symbol", name: canonicalName(`${of.name}.${name}`), at };
    case "class":
      return attributeOfClass(program, of.key, name, at);
    case "instance":
      if (isFlaskSqlalchemy(program, of) && !OF_THE_OBJECT.has(name)) {
        return { kind: "symbol", name: flaskSqlalchemyAttribute(name), at };
      }
      return attributeOfObject(program, of, name, at) ?? { kind: "attribute", of, name, at };
    case "call":
      return attributeOfObject(program, of, name, at) ?? { kind: "attribute", of, name, at };
    case "string":
      return memberAttribute(program, of, name, at) ?? { kind: "attribute", of, name, at };
    case "table":
      return nameOfTable(program, of, name, at) ?? { kind: "attribute", of, name, at };
    case "attribute":
      return enumValue(program, of.of, of.name, name, at) ?? { kind: "attribute", of, name, at };
    default:
      return { kind: "attribute", of, name, at };
  }
}

/** `Base.metadata.schema` where it is a constant; null for anything else. */
function schemaOfMetadata(program: Program, of: Value, at: Location): Value | null {
  if (of.kind !== "instance" && !(of.kind === "attribute" && of.name === "metadata")) return null;
  const schema = metadataOf(program, of)?.schema ?? null;
  return schema === null ? null : { kind: "string", value: schema, at };
}

/** What a Flask-SQLAlchemy object has of its own; every other name is SQLAlchemy's. */
const OF_THE_OBJECT: ReadonlySet<string> = new Set([
  "Model",
  "Table",
  "metadata",
  "metadatas",
  "session",
  "engine",
  "engines",
]);

/** Whether an object is a Flask-SQLAlchemy extension: an instance of its class or of a workspace subclass of it. */
export function isFlaskSqlalchemy(program: Program, instance: InstanceValue): boolean {
  const { callee } = instance.call;
  if (callee.kind === "symbol") return callee.name === "flask_sqlalchemy.SQLAlchemy";
  if (callee.kind !== "class") return false;
  const info = program.classInfo(callee.key);
  return info?.libraries.has("flask_sqlalchemy.SQLAlchemy") ?? false;
}

function attributeOfModule(program: Program, module: string, name: string, at: Location): Value {
  const file = program.modules.fileNamed(module) ?? program.modules.resolve(at.file, module, 0);
  if (file !== null) {
    const member = memberOfModule(program, file, name, at);
    if (member !== null) return member;
  }
  const nested = program.modules.resolve(at.file, `${module}.${name}`, 0);
  if (nested !== null) return { kind: "module", name: program.modules.nameOf(nested), at };
  if (file === null) return { kind: "module", name: `${module}.${name}`, at };
  // Of a library only what models inherit from is there to be read.
  if (isLibraryFile(file)) return { kind: "symbol", name: canonicalName(`${module}.${name}`), at };
  return unknown(`${module} has no name ${name}`, at);
}

function attributeOfClass(program: Program, key: ClassKey, name: string, at: Location): Value {
  const info = program.classInfo(key);
  const column: Value = { kind: "attribute", of: { kind: "class", key, at }, name, at };
  if (info === null) return column;
  if (name === "__name__") return { kind: "string", value: info.name, at };
  if (name === "__qualname__") return { kind: "string", value: info.indexed.qualifiedName, at };
  if (name === "__module__") return { kind: "string", value: info.module, at };
  if (name === "__table__") return { kind: "table", of: { kind: "class", key }, at };
  if (name === "__tablename__") {
    const table = tableNameOf(program, key);
    return table.kind === "unknown" ? { ...table, at } : { ...table, at };
  }
  const own = memberFromClasses(program, info, name, at);
  if (own === null) return column;
  if (!isEnum(info) || own.kind === "function") return own;
  const value = memberValue(program, info, name, own);
  return value.kind === "string" ? (stringMember(info, name, value) ?? column) : column;
}

/** `.name`, `.value` and the properties of a member that is a string itself. */
function memberAttribute(program: Program, of: StringValue, name: string, at: Location): Value | null {
  const { value, member } = of;
  if (member === undefined) return null;
  if (name !== "value" && name !== "name") return memberProperty(program, member.of, of, name, at);
  return { kind: "string", value: name === "name" ? member.name : value, at };
}

/** `Color.RED.value`, `Color.RED.label`. */
function enumValue(program: Program, of: Value, member: string, name: string, at: Location): Value | null {
  if (of.kind !== "class") return null;
  if (name !== "value" && name !== "name") {
    return memberProperty(program, of.key, { kind: "attribute", of, name: member, at }, name, at);
  }
  const info = program.classInfo(of.key);
  if (info === null || !isEnum(info)) return null;
  if (name === "name") return { kind: "string", value: member, at };
  const assigned = memberFromClasses(program, info, member, at);
  return assigned === null ? null : memberValue(program, info, member, assigned);
}
