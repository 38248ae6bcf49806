import type { Impact } from "../deletes/impact.ts";
import type { Schema } from "../models/schema.ts";
export function impactSql(_impact: Impact, _schema: Schema): string {
  return "";
}
