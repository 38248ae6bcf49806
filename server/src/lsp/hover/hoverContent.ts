import type { Link, LinkSide } from "../../deletes/links/link.ts";
import type { ClassKey, Location } from "../../models/schema/keys.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Finding } from "../../rules/rule.ts";
import type { DeclarationAt, ProjectAnalysis } from "../../workspace/projectAnalysis.ts";
import type { RulePages } from "../rulePages.ts";
import { advice } from "./advice.ts";
import { declaredForeignKey, declaredRelationship, upwardCascade } from "./declared.ts";
import { type DeletePreview, previewOfImpact, previewOfLink } from "./deletePreview.ts";
import { deleteTable } from "./deleteTable.ts";
import type { Block } from "./richText.ts";
import { verdict } from "./verdict.ts";

/** More than this many gaps are as good as "much is unknown". */
const noteLimit = 3;

/** What a hover says about a declaration: the verdict, the table of the three paths, what to do. Null for nothing to say. */
export async function hoverContent(
  analysis: ProjectAnalysis,
  declaration: DeclarationAt,
  pages: RulePages,
): Promise<readonly Block[] | null> {
  switch (declaration.kind) {
    case "class":
    case "delete":
      return aboutDelete(analysis, declaration.model, pages);
    case "relationship":
      return aboutRelationship(analysis, declaration.model, declaration.name, pages);
    case "foreignKey":
      return aboutForeignKey(analysis, declaration.label, pages);
  }
}

function isInside({ schema }: ProjectAnalysis, model: ClassKey, { file, start }: Location): boolean {
  const body = schema.classes.get(model)?.body;
  return body !== undefined && body.file === file && body.start <= start && start < body.end;
}

async function aboutDelete(analysis: ProjectAnalysis, model: ClassKey, pages: RulePages): Promise<readonly Block[]> {
  const impact = await analysis.impact(model);
  if ("problem" in impact) return [{ kind: "paragraph", text: [impact.problem] }];
  const preview = previewOfImpact(impact);
  const findings = preview.unusable === null ? findingsOnDelete(analysis, model) : findingsOfFailures(analysis);
  const notes = impact.notes.slice(0, noteLimit);
  const unknown: readonly Block[] =
    notes.length === 0 ? [] : [{ kind: "paragraph", text: [`Not in the picture: ${notes.join("; ")}.`] }];
  return [...previewBlocks(preview, findings, pages), ...unknown];
}

/** Findings about what makes models unusable: one broken class is enough to break all that are configured with it. */
function findingsOfFailures({ schema, findings }: ProjectAnalysis): readonly Finding[] {
  const failures = new Set(schema.problems.filter(({ phase }) => phase !== "warning").map(({ code }) => code));
  return findings.filter(({ rule }) => failures.has(rule));
}

/** Findings on a foreign key that references the class's table, and those on other declarations of the class. */
function findingsOnDelete(analysis: ProjectAnalysis, model: ClassKey): readonly Finding[] {
  const referencing = analysis.links.filter(({ sides }) => sides.some(({ parentClass }) => parentClass === model));
  const labels = new Set(referencing.map(({ label }) => label));
  return analysis.findings.filter(({ foreignKey, classKey, location }) =>
    foreignKey === null ? classKey === model && isInside(analysis, model, location) : labels.has(foreignKey),
  );
}

function aboutRelationship(
  analysis: ProjectAnalysis,
  model: ClassKey,
  name: string,
  pages: RulePages,
): readonly Block[] | null {
  const relationship = analysis.schema.classes.get(model)?.relationships.find((candidate) => candidate.name === name);
  if (relationship === undefined) return null;
  const declared = [declaredRelationship(relationship)];
  for (const link of analysis.links) {
    const side = sideOf(link, relationship);
    if (side === null) continue;
    return [
      ...upwardCascade(relationship),
      ...aboutLink(analysis, link, side, pages),
      ...declared,
      declaredForeignKey(link),
    ];
  }
  return declared;
}

/** The side of a foreign key whose verdict a relationship is about, null where it does not run over this one. */
function sideOf(link: Link, relationship: Relationship): LinkSide | null {
  const same = ({ owner, name }: Relationship) => owner === relationship.owner && name === relationship.name;
  const owned = link.sides.find((side) => side.relationships.some(same) || side.manyToMany.some(same));
  if (owned !== undefined) return owned;
  if (!link.manyToOne.some(same)) return null;
  return link.sides.find(({ parentClass }) => parentClass === relationship.target) ?? null;
}

function aboutForeignKey(analysis: ProjectAnalysis, label: string, pages: RulePages): readonly Block[] | null {
  const link = analysis.links.find((candidate) => candidate.label === label);
  const side = link?.sides[0];
  if (link === undefined || side === undefined) return null;
  return [...aboutLink(analysis, link, side, pages), declaredForeignKey(link)];
}

function aboutLink(analysis: ProjectAnalysis, link: Link, side: LinkSide, pages: RulePages): readonly Block[] {
  const findings = analysis.findings.filter(({ foreignKey }) => foreignKey === link.label);
  const doubt: readonly Block[] = side.certain
    ? []
    : [
        {
          kind: "paragraph",
          text: [
            "Not certain: a class on one side could not be read completely, or has a listener that may change other rows.",
          ],
        },
      ];
  return [...previewBlocks(previewOfLink(link, side), findings, pages), ...doubt];
}

function previewBlocks(preview: DeletePreview, findings: readonly Finding[], pages: RulePages): readonly Block[] {
  return [{ kind: "paragraph", text: verdict(preview) }, ...deleteTable(preview), ...advice(preview, findings, pages)];
}
