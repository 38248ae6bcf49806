import { type ConfigurationKey, configurationKeys, type ValueShape } from "./configurationKeys.ts";
import type { RuleDescription } from "./ruleDescription.ts";

/** A JSON Schema, as far as it is made here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The settings of an editor as `contributes.configuration.properties` of a VS Code manifest has them. */
export function settingsSchema(rules: readonly RuleDescription[]): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    configurationKeys.map((key) => [
      `ondelete.${key.field}`,
      {
        ...schemaOf(key.shape, rules, key.default === null ? "nullable" : "required"),
        default: key.default,
        scope: "resource",
        markdownDescription: `${key.documentation} A configuration file wins over this.`,
      },
    ]),
  );
}

/** The schema of `ondelete.toml`, and of the table `[tool.ondelete]`. */
export function fileSchema(rules: readonly RuleDescription[]): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "ondelete",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      configurationKeys.map((key) => [
        key.name,
        {
          ...schemaOf(key.shape, rules, "required"),
          ...(key.default !== null && { default: key.default }),
          description: key.documentation,
        },
      ]),
    ),
  };
}

function schemaOf(shape: ValueShape, rules: readonly RuleDescription[], presence: "nullable" | "required"): JsonSchema {
  const type = (name: string) => (presence === "nullable" ? [name, "null"] : name);
  switch (shape.kind) {
    case "boolean":
      return { type: type("boolean") };
    case "count":
      return { type: type("integer"), minimum: 0 };
    case "choice":
      return presence === "nullable"
        ? { type: type("string"), enum: [...shape.choices, null] }
        : { type: "string", enum: shape.choices };
    case "strings":
      return { type: type("array"), items: shape.of === "rules" ? ruleSelector(rules) : { type: "string" } };
    case "table": {
      if (shape.from === "patterns") {
        return { type: "object", additionalProperties: { type: "array", items: { type: "string" } } };
      }
      const values = schemaOf(shape.to, rules, "required");
      const properties = Object.fromEntries(rules.map(({ name }) => [name, values]));
      return { type: "object", additionalProperties: false, properties };
    }
  }
}

function ruleSelector(rules: readonly RuleDescription[]): JsonSchema {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return { type: "string", enum: ["default", "all", ...groups, ...rules.map(({ name }) => name)] };
}

/** The keys as a part of `docs/configuration.md`, in Markdown. */
export function configurationReference(): string {
  return configurationKeys.map(keyReference).join("\n");
}

function keyReference(key: ConfigurationKey): string {
  const { name, documentation, example, shape } = key;
  const value = key.default === null ? "none" : `\`${tomlText(key.default)}\``;
  return `### \`${name}\`

${documentation}

${shapeText(shape)} Default: ${value}. In an editor: \`ondelete.${key.field}\`.

\`\`\`toml
${example}
\`\`\`
`;
}

function shapeText(shape: ValueShape): string {
  switch (shape.kind) {
    case "boolean":
      return "`true` or `false`.";
    case "count":
      return "A whole number.";
    case "choice":
      return `One of ${shape.choices.map((choice) => `\`"${choice}"\``).join(", ")}.`;
    case "strings":
      return `A list of ${shape.of}.`;
    case "table":
      return `A table of ${shape.from}; ${shape.to.kind === "choice" ? `each value is one of ${shape.to.choices.map((choice) => `\`"${choice}"\``).join(", ")}` : "each value is a list of rules"}.`;
  }
}

function tomlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlText).join(", ")}]`;
  if (typeof value === "object") return "{}";
  return typeof value === "string" ? `"${value}"` : String(value);
}
