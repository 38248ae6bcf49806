/** Words of Python source. */

export function quotedText(text: string): string {
  return JSON.stringify(text);
}

/** `name(a, b, key=value)`; keywords whose value is null are left out. */
export function call(
  name: string,
  positional: readonly string[],
  keywords: Readonly<Record<string, string | null>> = {},
): string {
  return `${name}(${[...positional, ...keywordTexts(keywords)].join(", ")})`;
}

/** `{"key": value}`; entries whose value is null are left out. */
export function dictionary(entries: Readonly<Record<string, string | null>>): string {
  const texts = Object.entries(entries).flatMap(([name, value]) => (value === null ? [] : [`"${name}": ${value}`]));
  return `{${texts.join(", ")}}`;
}

export function boolean(value: boolean): string {
  return value ? "True" : "False";
}

/** The text where a condition holds, else null: for keywords that are left out otherwise. */
export function only(condition: boolean, text: string): string | null {
  return condition ? text : null;
}

/** A class statement with its body, and two blank lines after it. */
export function classStatement(name: string, bases: string, body: readonly string[]): string {
  const lines = body.length === 0 ? ["pass"] : body;
  return [`class ${name}(${bases}):`, ...lines.map((line) => `    ${line}`), "", "", ""].join("\n");
}

function keywordTexts(keywords: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(keywords).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
}
