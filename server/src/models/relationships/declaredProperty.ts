import { calleeName } from "../columns/callReader.ts";
import { declarationCall } from "../declarationCall.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import type { Value } from "../value.ts";
import { type AnnotationReading, readMappedAnnotation, type TargetReference } from "./mappedAnnotation.ts";
import type { Mappings } from "./mappings.ts";
import { type RelationshipArguments, readRelationshipCall } from "./relationshipArguments.ts";
import { readRelationshipOptions } from "./relationshipOptions.ts";
import type { Fault } from "./relationshipProblem.ts";
import type { RelationshipProperty } from "./relationshipProperty.ts";
import { readSqlmodelAnnotation } from "./sqlmodelAnnotation.ts";
import { type LinkModel, readSqlmodelCall } from "./sqlmodelRelationship.ts";

/** A declaration read as far as its own text goes: the property, or why there is none; with what is wrong either way. */
export interface DeclaredProperty {
  readonly property: RelationshipProperty | null;
  readonly faults: readonly Fault[];
  /** Why the relationship stays unknown; null where it is known or certain to fail. */
  readonly why: string | null;
}

/** Reads one declaration: which call configures it, its arguments, its annotation and its settings. */
export function readDeclaredProperty(
  declaration: RelationshipDeclaration,
  owner: MappedClassDeclaration,
  mappings: Mappings,
): DeclaredProperty {
  const { value } = declaration;
  if (value.kind !== "call") return unknown(value.kind === "unknown" ? value.why : "not a relationship() call");
  let call = value;
  const faults: Fault[] = [];
  let passesTarget = false;
  let reading: ReturnType<typeof readRelationshipCall>;
  if (calleeName(call) === "sqlmodel.Relationship") {
    const sqlmodel = readSqlmodelCall(call, (model) => linkModelTable(model));
    passesTarget = sqlmodel.kind !== "relationship";
    if (sqlmodel.kind === "relationship") {
      faults.push(...sqlmodel.ignored);
      call = sqlmodel.call;
      reading = readRelationshipCall(call);
    } else reading = sqlmodel;
  } else reading = readRelationshipCall(call);
  if (reading.kind === "fault") return failed(reading.fault);
  if (reading.kind === "unknown") return unknown(reading.why);
  faults.push(...reading.ignored);

  const given = reading.arguments;
  const options = readRelationshipOptions(given);
  if (options.kind === "fault") return failed(options.fault);
  if (options.kind === "unknown") return unknown(options.why);
  faults.push(...options.warnings);

  const { collectionClass } = options.options;
  const annotation = passesTarget
    ? readSqlmodelAnnotation(declaration, collectionClass, mappings.evaluate)
    : readMappedAnnotation(declaration, owner, collectionClass, mappings);
  if (annotation.kind === "fault") {
    // A metaclass or a base that is not read may change the annotations of a SQLModel before SQLModel sees them.
    if (passesTarget && !owner.complete) return unknown(`not all of class ${owner.name} could be read`);
    return failed(annotation.fault);
  }
  const target = targetOf(given, annotation, declaration, owner);
  if (target.kind === "fault") return failed(target.fault);
  if (target.kind === "unknown") return unknown(target.why);
  const facts = annotation.kind === "read" ? annotation : null;
  const property: RelationshipProperty = {
    name: declaration.name,
    parent: owner,
    site: { owner, name: declaration.name, location: declaration.location, call: declarationCall(call) },
    origin: "declared",
    addedLater: declaration.addedLater,
    arguments: given,
    options: {
      ...options.options,
      uselist: facts?.uselist ?? options.options.uselist,
      collection: collectionClass === "given" ? options.options.collection : (facts?.collection ?? null),
      lazy: facts?.lazy ?? options.options.lazy,
    },
    unknownLazy: options.unknownLazy,
    target,
    scope: declaration.scope,
    inherited: null,
  };
  return { property, faults, why: null };

  function failed(fault: Fault): DeclaredProperty {
    return { property: null, faults: [...faults, fault], why: null };
  }

  function unknown(why: string): DeclaredProperty {
    return { property: null, faults, why };
  }
}

/** The explicit argument beats the annotation. */
function targetOf(
  given: RelationshipArguments,
  annotation: AnnotationReading,
  declaration: RelationshipDeclaration,
  owner: MappedClassDeclaration,
):
  | TargetReference
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string } {
  const argument = given.values.get("argument")?.value;
  if (argument !== undefined && argument.kind !== "none") return { kind: "value", value: argument };
  if (annotation.kind === "read" && annotation.target !== null) return annotation.target;
  if (annotation.kind === "unknown") return { kind: "unknown", why: annotation.why };
  // Only the declarative scan of a class body asks for an annotation; assigned later, the target is missed at configuration.
  const { location } = declaration;
  const scanned =
    declaration.annotation === null &&
    location.file === owner.body.file &&
    location.start >= owner.body.start &&
    location.end <= owner.body.end;
  const fault: Fault = scanned
    ? {
        code: "relationship-annotation",
        phase: "import",
        exception: "ArgumentError",
        message:
          `Python typing annotation is required for attribute "${owner.name}.${declaration.name}" when primary ` +
          'argument(s) for "Relationship" construct are None or not present',
      }
    : {
        code: "relationship-annotation",
        phase: "configuration",
        exception: "ArgumentError",
        message: `relationship '${declaration.name}' expects a class or a mapper argument (received: <class 'NoneType'>)`,
      };
  return { kind: "fault", fault };
}

/** SQLModel inspects a `link_model` when the class is created: it has to be a mapped class by then. */
function linkModelTable(value: Value): LinkModel {
  if (value.kind === "string") {
    return { kind: "fault", message: "No inspection system is available for object of type <class 'str'>" };
  }
  if (value.kind !== "class") return null;
  return { kind: "table", value: { kind: "attribute", of: value, name: "__table__", at: value.at } };
}
