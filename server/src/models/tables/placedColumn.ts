import type { ColumnDraft } from "../declaredTable.ts";
import type { Location } from "../schema/keys.ts";

/** A column on its way into a table. */
export interface PlacedColumn {
  readonly draft: ColumnDraft;
  /** The mapped attribute, null for a Core table without a class. */
  readonly attribute: string | null;
  readonly nullable: boolean;
  readonly location: Location;
  readonly annotation: Location | null;
  readonly foreignKeyLocation: Location;
}

/** The name in the database: as the call says, or that of the attribute. Empty where it is not known. */
export function nameOf({ draft, attribute }: PlacedColumn): string {
  return draft.name ?? attribute ?? draft.key ?? "";
}
