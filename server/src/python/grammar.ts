import type { Grammar } from "./cursor.ts";
import { readExpressions, readNamed, readOperation, readStarredOrNamed } from "./expressions.ts";
import { readStatements } from "./statements.ts";

export const GRAMMAR: Grammar = { readNamed, readStarredOrNamed, readExpressions, readOperation, readStatements };
