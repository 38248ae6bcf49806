import type { ForeignKey } from "../../models/schema/table.ts";
import type { Mapping } from "../mapper.ts";
import type { Checks } from "../throwaway/checks.ts";
import type { Draft, Origin, Role } from "./draft.ts";

/** What rows are made in. */
export interface RowBuilder {
  readonly mapping: Mapping;
  readonly draft: Draft;
  /** Foreign keys that must not stay NULL on rows that may be deleted: a delete cascade runs over them. */
  readonly isFilled: (foreignKey: ForeignKey) => boolean;
  /** Foreign keys that the delete passes. */
  readonly isOnTheWay: (foreignKey: ForeignKey) => boolean;
  readonly checks: Checks;
}

/** How a row chooses what else it refers to. */
export interface RowWish {
  readonly role: Role;
  /** `apart`: optional references stay NULL, required ones go to survivors. `together`: both go to affected rows where there are any. */
  readonly company: "apart" | "together";
  readonly origin: Origin | null;
  /** What happens to a row that no values make meet its CHECK constraints: it is made all the same, or not at all. */
  readonly unmetChecks: "tolerated" | "refused";
}

/** A row that only has to be there. */
export const standIn: RowWish = { role: "survivor", company: "apart", origin: null, unmetChecks: "tolerated" };
