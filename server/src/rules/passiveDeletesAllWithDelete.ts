import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** `"all"` says "never touch the children"; a delete cascade says "delete them". */
export const passiveDeletesAllWithDelete = problemRule({
  name: "passive-deletes-all-with-delete",
  summary: 'passive_deletes="all" together with a delete cascade',
  severity: "error",
  message: (problem) =>
    `passive_deletes="all" excludes a delete cascade: ${failureOf(problem)} because ${subjectOf(problem)} has both; ` +
    "write passive_deletes=True to keep the cascade",
  fixes: ({ call, ...problem }) =>
    call === null
      ? []
      : [
          {
            title: `Change passive_deletes of ${subjectOf({ call, ...problem })} to True`,
            safety: "safe",
            changes: [{ kind: "passiveDeletes", call, value: true }],
          },
          {
            title: `Remove the delete cascade from ${subjectOf({ call, ...problem })}`,
            safety: "unsafe",
            changes: [{ kind: "deleteCascade", call, enabled: false, orphan: false }],
          },
        ],
});
