# SPDX-License-Identifier: MIT
"""Small faults that could be in the code: where they can be planted, and how the module reads with one of them."""

import ast
import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
#: Arguments whose value changes speed, not answers.
NOT_MEANT = {"maxsize", "slots", "frozen", "stacklevel"}


@dataclass(frozen=True)
class Mutant:
    """One fault: the module and function, its kind and line, the code before and after, and its number there."""

    module: str
    function: str
    kind: str
    line: int
    before: str
    after: str
    number: int

    @property
    def name(self) -> str:
        """What tells this fault from all others, whatever its line becomes: the key of the list of equivalents."""
        return f"{self.module} {self.function} {self.kind}: {self.before} → {self.after}"

    def rank(self, seed: int) -> str:
        """Return the place in a shuffled order that does not change when other code does."""
        return hashlib.sha256(f"{seed} {self.name}".encode()).hexdigest()


def mutants(path: Path, module: str) -> Iterator[Mutant]:
    """Yield every fault that can be planted in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, (function, node) in enumerate(_sites(tree, "")):
        changed = copy.deepcopy(node)
        kind = _change(changed)
        yield Mutant(module, function, kind, node.lineno, _shown(node), _shown(changed), number)


def planted(source: str, fault: Mutant) -> str:
    """Return the module's text with the fault in it."""
    tree = ast.parse(source)
    _change(next(node for number, (_, node) in enumerate(_sites(tree, "")) if number == fault.number))
    return ast.unparse(tree) + "\n"


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 100 else text[:97] + "…"  # noqa: PLR2004 - one line of a terminal


def _sites(node: ast.AST, function: str) -> Iterator[tuple[str, ast.expr | ast.stmt]]:
    """Yield the nodes that can be changed, with the function that they are in."""
    if isinstance(node, ast.expr | ast.stmt) and _can_change(node):
        yield function or "module", node
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".lstrip(".")
    for child in _meant(node):
        yield from _sites(child, function)


def _meant(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children that are run and matter: no annotations, protocols, type-checking blocks or assertions."""
    match node:
        case ast.ClassDef(bases=bases) if any("Protocol" in ast.unparse(base) for base in bases):
            return
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=rest):
            yield from rest
        case ast.AnnAssign(value=value):
            yield from [value] if value else []
        case (
            ast.FunctionDef(args=args, body=body, decorator_list=decorators)
            | ast.AsyncFunctionDef(args=args, body=body, decorator_list=decorators)
        ):
            yield from [*decorators, *args.defaults, *(d for d in args.kw_defaults if d), *body]
        case ast.keyword(arg=str(name)) if name in NOT_MEANT:
            return
        case ast.Assert() | ast.JoinedStr():
            return
        case _:
            yield from ast.iter_child_nodes(node)


def _can_change(node: ast.AST) -> bool:
    match node:
        case ast.Compare(ops=[op]):
            return type(op) in FLIPPED
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            # Texts and tuples are put together with +; taking them apart with - would only raise.
            return not any(
                isinstance(side, ast.JoinedStr | ast.Tuple | ast.List) or _is_text(side)
                for side in (left, right)
            )
        case ast.BinOp(op=ast.Sub()) | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Constant(value=value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.Return(value=value):
            return value is not None and not (isinstance(value, ast.Constant) and value.value is None)
        case _:
            return False


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _change(node: ast.expr | ast.stmt) -> str:
    """Plant the fault in place; return its kind."""
    match node:
        case ast.Compare(ops=[op]):
            node.ops = [FLIPPED[type(op)]()]
            return "comparison"
        case ast.BinOp(op=op):
            node.op = SWAPPED[type(op)]()
            return "sign"
        case ast.BoolOp(op=op):
            node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            return "and-or"
        case ast.UnaryOp(operand=operand):
            # Twice negated is the value itself, as a truth value.
            node.operand = ast.UnaryOp(op=ast.Not(), operand=operand)
            return "not"
        case ast.Constant(value=int() | float() as value):
            node.value = value + 1
            return "constant"
        case ast.Return():
            node.value = ast.Constant(value=None)
            return "return"
        case _:
            raise TypeError(f"{type(node).__name__} cannot be changed")
