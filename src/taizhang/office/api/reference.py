"""Reference (接口说明): the OpenAPI description as a person reads it — one entry for each operation, with an example."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

METHODS = ("get", "post", "patch", "put", "delete")
# What examples say where a schema gives no example of its own.
SAMPLES = {"integer": 1, "number": 1, "string": "…", "boolean": True, "array": [], "object": {}}
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Field:
    """Field (参数): something an operation takes.

    Attributes:
        place: ``path``, ``query`` or ``body``.
    """

    name: str
    place: str
    type: str
    is_required: bool
    told: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry (一个接口).

    Attributes:
        anchor: of its heading on the page.
        action, action_name: what the token must be allowed to do; empty where any token will do.
        request, answer: examples; empty where nothing is sent or answered.
    """

    anchor: str
    method: str
    path: str
    title: str
    told: str
    action: str
    action_name: str
    fields: tuple[Field, ...]
    request: str
    answer: str

    @property
    def curl(self) -> str:
        """How it is called from a shell."""
        return "".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield "curl"
        if self.method != "GET":
            yield f" -X {self.method}"
        yield ' -H "Authorization: Bearer $TAIZHANG_TOKEN"'
        if any(field.place == "file" for field in self.fields):
            yield " -F file=@plan.docx"
        elif self.request:
            yield ' -H "Content-Type: application/json" -d @body.json'
        yield f" $TAIZHANG{self.path}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """Chapter (一类接口)."""

    title: str
    entries: tuple[Entry, ...]


def chapters(schema: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Chapter, ...]:
    """The whole description, by subject in the order of the paths; ``names`` are those of the actions."""
    found: dict[str, list[Entry]] = {}
    for path, methods in schema["paths"].items():
        for method in METHODS:
            if method in methods:
                operation = methods[method]
                found.setdefault(operation["tags"][0], []).append(_entry(schema, path, method, operation, names))
    return tuple(Chapter(title, tuple(entries)) for title, entries in found.items())


def _entry(
    schema: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any], names: Mapping[str, str]
) -> Entry:
    action = operation.get("x-action", "")
    kind, body = _body(operation)
    answers = operation.get("responses", {})
    answered: Mapping[str, Any] = next((answers[code] for code in (200, 201, "200", "201") if code in answers), {})
    answer = answered.get("content", {}).get("application/json", {}).get("schema")
    return Entry(
        anchor=operation["operationId"],
        method=method.upper(),
        path=path,
        title=operation["summary"],
        told=operation.get("description", ""),
        action=action,
        action_name=names.get(action, action),
        fields=(*_parameters(schema, operation), *_body_fields(schema, kind, body)),
        request=_example(schema, body) if body and kind == "body" else "",
        answer=_example(schema, answer) if answer else "",
    )


def _body(operation: Mapping[str, Any]) -> tuple[str, Mapping[str, Any] | None]:
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        return "body", content["application/json"]["schema"]
    if "multipart/form-data" in content:
        return "file", content["multipart/form-data"]["schema"]
    return "", None


def _parameters(schema: Mapping[str, Any], operation: Mapping[str, Any]) -> Iterator[Field]:
    for each in operation.get("parameters", ()):
        told = each.get("description") or each["schema"].get("description", "")
        yield Field(each["name"], each["in"], _type(schema, each["schema"]), each.get("required", False), told)


def _body_fields(schema: Mapping[str, Any], kind: str, body: Mapping[str, Any] | None) -> Iterator[Field]:
    resolved = _resolve(schema, body or {})
    required = resolved.get("required", ())
    for name, each in resolved.get("properties", {}).items():
        yield Field(name, kind, _type(schema, each), name in required, each.get("description", ""))


def _type(schema: Mapping[str, Any], told: Mapping[str, Any]) -> str:
    resolved = _resolve(schema, told)
    if "enum" in resolved:
        return " | ".join(map(str, resolved["enum"]))
    if "items" in resolved:
        return f"{_type(schema, resolved['items'])}[]"
    words = resolved.get("format") or resolved.get("type", "")
    return f"{words} | null" if _is_nullable(told) else str(words)


def _is_nullable(told: Mapping[str, Any]) -> bool:
    return any(each.get("type") == "null" for each in told.get("anyOf", ()))


def _resolve(schema: Mapping[str, Any], told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference; of alternatives the first that is not null."""
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        return _resolve(schema, schema["components"]["schemas"][name])
    choices: Iterable[Mapping[str, Any]] = told.get("anyOf", ()) or told.get("allOf", ())
    chosen = next((each for each in choices if each.get("type") != "null"), None)
    return _resolve(schema, chosen) if chosen else told


def _example(schema: Mapping[str, Any], told: Mapping[str, Any]) -> str:
    return json.dumps(_sample(schema, told, 0), ensure_ascii=False, indent=2)


def _sample(schema: Mapping[str, Any], told: Mapping[str, Any], depth: int) -> Any:  # noqa: ANN401  JSON
    if "examples" in told:
        return told["examples"][0]
    resolved = _resolve(schema, told)
    if "examples" in resolved:
        return resolved["examples"][0]
    if depth < DEEPEST and "properties" in resolved:
        return {name: _sample(schema, each, depth + 1) for name, each in resolved["properties"].items()}
    if depth < DEEPEST and "items" in resolved:
        return [_sample(schema, resolved["items"], depth + 1)]
    if _is_nullable(told):
        return None
    return {"date": "2024-06-30", "date-time": "2024-06-30T09:00:00+08:00"}.get(
        resolved.get("format", ""), SAMPLES.get(resolved.get("type", ""), "…")
    )
