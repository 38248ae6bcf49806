import type { Span } from "../../python/syntax.ts";

/** Identifies a table within one `MetaData`: the metadata's own key, a colon, the schema-qualified table name. */
export type TableKey = string & { readonly tableKey: unique symbol };

/** Identifies a class: module, a colon, the qualified name (`app.models:User`). */
export type ClassKey = string & { readonly classKey: unique symbol };

/** A place in a file. `file` is the path the workspace gave the file; offsets are those of `python/syntax.ts`. */
export interface Location extends Span {
  readonly file: string;
}

/** A call that declares something and that a fix may edit. */
export interface DeclarationCall extends Location {
  /** Which function it is, whatever it is called locally: `sqlmodel.Field`, `sqlalchemy.ForeignKey`, `sqlalchemy.orm.relationship`, … */
  readonly callee: string;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}
