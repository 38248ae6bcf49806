import { columnName, joinedBase, type ModelClass, type ModelSet } from "./modelSet.ts";
import { dictionary, only, quotedText } from "./python.ts";

/** The discriminator of a hierarchy and `__mapper_args__`. */
export function mapperLines(set: ModelSet, model: ModelClass): string[] {
  const { mapper } = model;
  const inherits = joinedBase(model);
  const isBase = inherits === null && set.classes.some((each) => joinedBase(each)?.base === model.name);
  const options = {
    polymorphic_on: only(isBase, mapper.discriminator === "column" ? "kind" : '"kind"'),
    polymorphic_identity: only(isBase || inherits !== null, quotedText(model.name.toLowerCase())),
    concrete: only(model.inherits?.kind === "concrete", "True"),
    passive_deletes: only(mapper.passiveDeletes, "True"),
    confirm_deleted_rows: only(!mapper.confirmDeletedRows, "False"),
    batch: only(!mapper.batch, "False"),
    eager_defaults: only(mapper.eagerDefaults, "True"),
    version_id_col: only(mapper.versioned, "revision"),
    primary_key: only(mapper.namesKey, "[id]"),
    exclude_properties: mapper.excludes === null ? null : `[${quotedText(excludedName(model, mapper.excludes))}]`,
  };
  const args = dictionary(options);
  const revision = mapper.versioned ? ["revision = Column(Integer, nullable=False)"] : [];
  return [
    ...(isBase ? [discriminatorLine(set, model)] : []),
    ...revision,
    ...(args === "{}" ? [] : [`__mapper_args__ = ${args}`]),
  ];
}

function discriminatorLine({ style }: ModelSet, { mapper }: ModelClass): string {
  if (mapper.discriminator === "property") {
    const column = 'Column("kind_column", String(20), nullable=False)';
    return `kind${style === "legacy" ? "" : ": Mapped[str]"} = column_property(${column})`;
  }
  if (style === "legacy") return "kind = Column(String(20), nullable=False)";
  return mapper.discriminator === "column" ? "kind: Mapped[str] = mapped_column(String(20))" : "kind: Mapped[str]";
}

/** Both names of a column count; a mapper is told that of its column. */
function excludedName({ columns }: ModelClass, name: string): string {
  const column = columns.find((each) => each.name === name);
  return column === undefined ? name : columnName(column);
}
