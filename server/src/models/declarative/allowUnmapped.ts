import type { ClassInfo } from "../classes/classInfo.ts";
import { isDecoratedBy, mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";

/** Where annotations without `Mapped[...]` are let pass. */
export function allowsUnmapped(program: Program, info: ClassInfo): boolean {
  const at = classLocation(info);
  const allowed = memberFromClasses(program, info, "__allow_unmapped__", at);
  if (allowed?.kind === "boolean") return allowed.value;
  if (isAllowedLater(program, info)) return true;
  if (mappingDecorator(program, info)?.dataclass || isDecoratedBy(program, info, DATACLASS_DECORATORS)) return true;
  return info.libraries.has("sqlalchemy.orm.MappedAsDataclass");
}

/** `Base.__allow_unmapped__ = True`, after the statement that made the base. */
function isAllowedLater(program: Program, info: ClassInfo): boolean {
  return info.mro.some((base) => {
    const made =
      base.kind === "class"
        ? program.classInfo(base.key)?.file
        : base.kind === "instance"
          ? base.instance.call.at.file
          : null;
    return made != null && program.namesOf(made)?.givenAttributes.has("__allow_unmapped__");
  });
}

/** `@dataclass` below the mapping decorator: the annotations are those of the dataclass. */
const DATACLASS_DECORATORS: ReadonlySet<string> = new Set(["dataclasses.dataclass", "attrs.define"]);

/** Whether a class is written for SQLAlchemy 2: by its base, or because its module, or a mixin's, names what came with it. */
export function isModern(info: ClassInfo): boolean {
  if (MODERN_BASES.some((name) => info.libraries.has(name))) return true;
  return info.classes.some(({ names }) => MODERN_NAMES.some((name) => names.names.has(name)));
}

const MODERN_BASES = [
  "sqlalchemy.orm.DeclarativeBase",
  "sqlalchemy.orm.DeclarativeBaseNoMeta",
  "sqlalchemy.orm.MappedAsDataclass",
];
const MODERN_NAMES = ["mapped_column", "DeclarativeBase", "DynamicMapped", "WriteOnlyMapped"];
