"""What CPython's own parser makes of source files, in a form that ondelete's reader can be compared with.

Reads file names from standard input, one to a line, and answers each with one line of JSON: whether the file is valid
Python and, if so, a checksum for each of its top-level statements, the number of nodes, and how long parsing took. With ``--full`` the
statements themselves stand in place of the checksums. The first line that is written says which Python answers.

Offsets count UTF-16 code units from the beginning of the file, as in the reader's tree.
"""

import ast
import json
import re
import sys
import time
import warnings
import zlib

HAS_EXACT_FORMATTED_STRINGS = sys.version_info >= (3, 12)
LINE_END = re.compile("\r\n|\r|\n")

BINARY = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "Mod": "%", "Pow": "**", "LShift": "<<",
    "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&", "FloorDiv": "//",
}
COMPARISON = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
    "In": "in", "NotIn": "not in",
}
UNARY = {"Invert": "~", "Not": "not", "UAdd": "+", "USub": "-"}
COMPREHENSIONS = {"ListComp": "list", "SetComp": "set", "DictComp": "dict", "GeneratorExp": "generator"}


class Lines:
    """Converts CPython's positions, lines and UTF-8 columns, to offsets."""

    def __init__(self, text, base):
        self.starts = []
        self.lines = []
        at = 0
        offset = base
        for end in LINE_END.finditer(text):
            self._add(text[at:end.start()], offset)
            offset += utf16_length(text[at:end.end()])
            at = end.end()
        self._add(text[at:], offset)

    def _add(self, line, offset):
        self.lines.append(None if line.isascii() else line.encode("utf-8"))
        self.starts.append(offset)

    def offset(self, line, column):
        encoded = self.lines[line - 1]
        start = self.starts[line - 1]
        if encoded is None:
            return start + column
        return start + utf16_length(encoded[:column].decode("utf-8"))


def utf16_length(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Dump:
    def __init__(self, text, base):
        self.text = text
        self.lines = Lines(text, base)
        self.utf16 = None if text.isascii() else text.encode("utf-16-le", "surrogatepass")
        self.base = base
        self.nodes = 0
        self.without_spans = 0

    def source(self, node):
        start, end = self.bounds(node)
        start -= self.base
        end -= self.base
        if self.utf16 is None:
            return self.text[start:end]
        return self.utf16[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")

    def bounds(self, node):
        return (
            self.lines.offset(node.lineno, node.col_offset),
            self.lines.offset(node.end_lineno, node.end_col_offset),
        )

    def span(self, node):
        self.nodes += 1
        if self.without_spans:
            return ""
        return "@%d:%d" % self.bounds(node)

    def form(self, head, node, *parts):
        return "(" + " ".join((head + self.span(node), *parts)) + ")"

    def optional(self, node):
        return "_" if node is None else self.expression(node)

    def expressions(self, nodes):
        return "[" + " ".join([self.expression(node) for node in nodes]) + "]"

    def expression(self, node):
        return getattr(self, type(node).__name__)(node)

    def statements(self, nodes):
        return "[" + " ".join([self.statement(node) for node in nodes]) + "]"

    def statement(self, node):
        return getattr(self, type(node).__name__)(node)

    # Expressions

    def Name(self, node):
        return node.id + self.span(node)

    def Attribute(self, node):
        return self.form("attribute", node, self.expression(node.value), node.attr)

    def Call(self, node):
        return self.form("call", node, self.expression(node.func), *self.arguments(node.args, node.keywords))

    def arguments(self, positional, keywords):
        found = sorted([*positional, *keywords], key=lambda node: (node.lineno, node.col_offset))
        return [self.argument(node) for node in found]

    def argument(self, node):
        if isinstance(node, ast.keyword):
            if node.arg is None:
                return self.form("**", node, self.expression(node.value))
            return self.form("=", node, node.arg, self.expression(node.value))
        if isinstance(node, ast.Starred):
            return self.form("*", node, self.expression(node.value))
        return self.expression(node)

    def Subscript(self, node):
        return self.form("subscript", node, self.expression(node.value), self.expression(node.slice))

    def Constant(self, node):
        value = node.value
        if isinstance(value, str):
            return self.form("string", node, self.quoted(node, value))
        if isinstance(value, bytes):
            return self.form("bytes", node, self.quoted(node, value.decode("latin-1")))
        if value is None or value is True or value is False:
            return self.form("constant", node, str(value))
        if value is Ellipsis:
            return self.form("constant", node, "...")
        if self.without_spans:
            return self.form("number", node)
        return self.form("number", node, self.source(node))

    def quoted(self, node, value):
        """The reader has no table of character names."""
        if not self.without_spans and "\\N{" in self.source(node):
            return "named"
        return json.dumps(value)

    def JoinedStr(self, node):
        head = "formatted" + self.span(node)
        named = not self.without_spans and "\\N{" in self.source(node)
        self.without_spans += 0 if HAS_EXACT_FORMATTED_STRINGS else 1
        parts = []
        text = None
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                if text:
                    parts.append("named" if named else json.dumps(text))
                text = None
                plain = value.conversion == -1 and value.format_spec is None
                parts.append("(%s %s)" % ("plain" if plain else "changed", self.expression(value.value)))
            else:
                text = (text or "") + value.value
        if text:
            parts.append("named" if named else json.dumps(text))
        self.without_spans -= 0 if HAS_EXACT_FORMATTED_STRINGS else 1
        return "(" + " ".join([head, *parts]) + ")"

    def List(self, node):
        return self.form("list", node, *[self.expression(element) for element in node.elts])

    def Tuple(self, node):
        return self.form("tuple", node, *[self.expression(element) for element in node.elts])

    def Set(self, node):
        return self.form("set", node, *[self.expression(element) for element in node.elts])

    def Dict(self, node):
        entries = [
            "(** %s)" % self.expression(value)
            if key is None
            else "(: %s %s)" % (self.expression(key), self.expression(value))
            for key, value in zip(node.keys, node.values)
        ]
        return self.form("dict", node, *entries)

    def Lambda(self, node):
        return self.form("lambda", node, self.parameters(node.args), self.expression(node.body))

    def parameters(self, node):
        plain = [*node.posonlyargs, *node.args]
        defaults = [*[None] * (len(plain) - len(node.defaults)), *node.defaults]
        found = [self.parameter("", parameter, default) for parameter, default in zip(plain, defaults)]
        if node.vararg:
            found.append(self.parameter("*", node.vararg, None))
        for parameter, default in zip(node.kwonlyargs, node.kw_defaults):
            found.append(self.parameter("", parameter, default))
        if node.kwarg:
            found.append(self.parameter("**", node.kwarg, None))
        return "[" + " ".join(found) + "]"

    def parameter(self, spread, node, default):
        self.nodes += 1
        at = "" if self.without_spans else "@%d" % self.lines.offset(node.lineno, node.col_offset)
        return "(%s%s%s %s %s)" % (spread, node.arg, at, self.optional(node.annotation), self.optional(default))

    def IfExp(self, node):
        return self.form(
            "conditional", node, self.expression(node.test), self.expression(node.body), self.expression(node.orelse)
        )

    def BinOp(self, node):
        operator = BINARY[type(node.op).__name__]
        return self.form("binary", node, operator, self.expression(node.left), self.expression(node.right))

    def UnaryOp(self, node):
        return self.form("unary", node, UNARY[type(node.op).__name__], self.expression(node.operand))

    def BoolOp(self, node):
        operator = "and" if isinstance(node.op, ast.And) else "or"
        return self.form("boolean", node, operator, *[self.expression(value) for value in node.values])

    def Compare(self, node):
        rest = [
            COMPARISON[type(operator).__name__] + " " + self.expression(operand)
            for operator, operand in zip(node.ops, node.comparators)
        ]
        return self.form("comparison", node, self.expression(node.left), *rest)

    def comprehension(self, node):
        elements = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        clauses = [
            "(%s %s %s %s)"
            % (
                "asyncfor" if clause.is_async else "for",
                self.expression(clause.target),
                self.expression(clause.iter),
                self.expressions(clause.ifs),
            )
            for clause in node.generators
        ]
        return self.form(COMPREHENSIONS[type(node).__name__], node, self.expressions(elements), *clauses)

    ListComp = SetComp = DictComp = GeneratorExp = comprehension

    def Starred(self, node):
        return self.form("starred", node, self.expression(node.value))

    def Slice(self, node):
        return self.form("slice", node, self.optional(node.lower), self.optional(node.upper), self.optional(node.step))

    def Await(self, node):
        return self.form("await", node, self.expression(node.value))

    def Yield(self, node):
        return self.form("yield", node, self.optional(node.value))

    def YieldFrom(self, node):
        return self.form("yieldfrom", node, self.expression(node.value))

    def NamedExpr(self, node):
        return self.form("named", node, node.target.id, self.expression(node.value))

    # Statements

    def ClassDef(self, node):
        return self.form(
            "class",
            node,
            node.name,
            self.expressions(node.decorator_list),
            *self.arguments(node.bases, node.keywords),
            self.statements(node.body),
        )

    def FunctionDef(self, node):
        return self.form(
            "asyncfunction" if isinstance(node, ast.AsyncFunctionDef) else "function",
            node,
            node.name,
            self.expressions(node.decorator_list),
            self.parameters(node.args),
            self.optional(node.returns),
            self.statements(node.body),
        )

    AsyncFunctionDef = FunctionDef

    def Import(self, node):
        return self.form("import", node, *["(%s %s)" % (alias.name, alias.asname or "_") for alias in node.names])

    def ImportFrom(self, node):
        names = ["(%s %s)" % (alias.name, alias.asname or "_") for alias in node.names]
        return self.form("importFrom", node, "." * node.level + (node.module or ""), *names)

    def Assign(self, node):
        return self.form("assignment", node, self.expressions(node.targets), self.expression(node.value))

    def AnnAssign(self, node):
        return self.form(
            "annotatedAssignment",
            node,
            self.expression(node.target),
            self.expression(node.annotation),
            self.optional(node.value),
        )

    def AugAssign(self, node):
        operator = BINARY[type(node.op).__name__] + "="
        return self.form(
            "augmentedAssignment", node, operator, self.expression(node.target), self.expression(node.value)
        )

    def Expr(self, node):
        return self.form("expression", node, self.expression(node.value))

    def Return(self, node):
        return self.form("return", node, self.optional(node.value))

    def If(self, node):
        return self.form(
            "if", node, self.expression(node.test), self.statements(node.body), self.statements(node.orelse)
        )

    def For(self, node):
        return self.form(
            "asyncfor" if isinstance(node, ast.AsyncFor) else "for",
            node,
            self.expression(node.target),
            self.expression(node.iter),
            self.statements(node.body),
            self.statements(node.orelse),
        )

    AsyncFor = For

    def While(self, node):
        return self.form(
            "while", node, self.expression(node.test), self.statements(node.body), self.statements(node.orelse)
        )

    def Try(self, node):
        handlers = [
            "(except %s %s %s)" % (self.optional(handler.type), handler.name or "_", self.statements(handler.body))
            for handler in node.handlers
        ]
        return self.form(
            "try",
            node,
            self.statements(node.body),
            *handlers,
            self.statements(node.orelse),
            self.statements(node.finalbody),
        )

    TryStar = Try

    def With(self, node):
        items = [
            "(%s %s)" % (self.expression(item.context_expr), self.optional(item.optional_vars)) for item in node.items
        ]
        head = "asyncwith" if isinstance(node, ast.AsyncWith) else "with"
        return self.form(head, node, *items, self.statements(node.body))

    AsyncWith = With

    def Match(self, node):
        cases = ["(case %s %s)" % (self.optional(case.guard), self.statements(case.body)) for case in node.cases]
        return self.form("match", node, self.expression(node.subject), *cases)

    def TypeAlias(self, node):
        return self.form("typeAlias", node, node.name.id, self.expression(node.value))

    def other(self, node, keyword, *expressions):
        found = [self.expression(expression) for expression in expressions if expression is not None]
        return self.form("other", node, keyword, *found)

    def Pass(self, node):
        return self.other(node, "pass")

    def Break(self, node):
        return self.other(node, "break")

    def Continue(self, node):
        return self.other(node, "continue")

    def Global(self, node):
        return self.other(node, "global")

    def Nonlocal(self, node):
        return self.other(node, "nonlocal")

    def Raise(self, node):
        return self.other(node, "raise", node.exc, node.cause)

    def Assert(self, node):
        return self.other(node, "assert", node.test, node.msg)

    def Delete(self, node):
        return self.other(node, "del", *node.targets)


def read(path):
    with open(path, "rb") as file:
        contents = file.read()
    try:
        return contents.decode("utf-8")
    except UnicodeDecodeError:
        return contents.decode("latin-1")


def answer(path, full):
    text = read(path)
    base = 1 if text.startswith("\ufeff") else 0
    text = text[base:]
    began = time.process_time()
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {"path": path, "valid": False}
    seconds = time.process_time() - began
    dump = Dump(text, base)
    statements = [dump.statement(node) for node in module.body]
    if not full:
        statements = [zlib.crc32(statement.encode("utf-8", "surrogatepass")) for statement in statements]
    return {"path": path, "valid": True, "statements": statements, "nodes": dump.nodes, "seconds": seconds}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    print(json.dumps({"version": list(sys.version_info[:2])}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(line.rstrip("\n"), "--full" in sys.argv)), flush=True)


if __name__ == "__main__":
    main()
