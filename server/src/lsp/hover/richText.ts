/**
 * Text for people with the little markup that a hover needs. Names from source stay apart from our own words here, so
 * that only the renderers have to know how to escape them.
 */
export type RichText = readonly Inline[];

export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly label: string; readonly href: string };

export interface RichTable {
  readonly head: readonly RichText[];
  readonly rows: readonly (readonly RichText[])[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: RichText }
  | { readonly kind: "table"; readonly table: RichTable };

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly Inline[], conjunction: "and" | "or"): RichText {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return index === items.length - 1 ? [` ${conjunction} `, item] : [", ", item];
  });
}
