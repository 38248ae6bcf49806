/** Builtin names that appear in declarations, annotations and the helpers around them. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    "int str float bool bytes bytearray complex object list dict set frozenset tuple type range len min max sum sorted " +
    "reversed zip map filter enumerate any all isinstance issubclass getattr setattr hasattr property staticmethod " +
    "classmethod super repr format print id hash iter next open vars locals globals callable abs round Exception " +
    "ValueError TypeError KeyError AttributeError RuntimeError NotImplementedError StopIteration"
  ).split(" "),
);
