/**
 * A deterministic project of any size for the benchmarks: models as people write them, in files of ten, each a tree with
 * links into other files, half SQLModel and half SQLAlchemy declarative. It imports and configures in real Python.
 */
export interface SyntheticFile {
  readonly path: string;
  readonly text: string;
}

const modelsPerFile = 10;

/** `models`: how many mapped classes, a multiple of ten. Paths are relative, `/`-separated. */
export function syntheticProject(models: number): readonly SyntheticFile[] {
  const files = Math.max(1, Math.round(models / modelsPerFile));
  return [
    { path: "app/__init__.py", text: "" },
    { path: "app/models/__init__.py", text: packageImports(files) },
    { path: "app/database.py", text: database },
    ...Array.from({ length: files }, (_, file) => ({
      path: `app/models/area_${file}.py`,
      text: file % 2 === 0 ? sqlmodelFile(file, files) : declarativeFile(file),
    })),
  ];
}

/** How one model refers to the model above it; by position in the file, so that every shape occurs equally often. */
const shapes = [
  { onDelete: "CASCADE", cascade: true, passive: true, required: true },
  { onDelete: "CASCADE", cascade: false, passive: false, required: true },
  { onDelete: "SET NULL", cascade: false, passive: true, required: false },
  { onDelete: null, cascade: true, passive: false, required: true },
  { onDelete: "RESTRICT", cascade: false, passive: false, required: false },
] as const;

function shapeOf(index: number) {
  return shapes[index % shapes.length] ?? shapes[0];
}

function parentOf(index: number): number {
  return index === 0 ? -1 : Math.floor((index - 1) / 2);
}

function childrenOf(index: number): number[] {
  return [2 * index + 1, 2 * index + 2].filter((child) => child < modelsPerFile);
}

function packageImports(files: number): string {
  return Array.from({ length: files }, (_, file) => `from app.models import area_${file} as area_${file}\n`).join("");
}

const database = `from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase
from sqlmodel import create_engine

engine = create_engine("sqlite:///app.db")


class Base(DeclarativeBase):
    pass


@event.listens_for(Engine, "connect")
def enable_foreign_keys(connection, record):
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
`;

function sqlmodelFile(file: number, files: number): string {
  const other = (file + 2) % (files + (files % 2));
  const crossFile = other < files && other !== file && other % 2 === 0;
  const header = `from datetime import datetime
from typing import TYPE_CHECKING, List, Optional
from uuid import UUID, uuid4

from sqlalchemy import Column, ForeignKey, Integer
from sqlmodel import Field, Relationship, SQLModel

${crossFile ? `if TYPE_CHECKING:\n    from app.models.area_${other} import Area${other}Node0\n` : ""}
`;
  return (
    header +
    Array.from({ length: modelsPerFile }, (_, index) => sqlmodelClass(file, index, crossFile ? other : -1)).join("\n\n")
  );
}

function sqlmodelClass(file: number, index: number, other: number): string {
  const name = `Area${file}Node${index}`;
  const parent = parentOf(index);
  const shape = shapeOf(index);
  const lines = [
    `class ${name}(SQLModel, table=True):`,
    `    """Node ${index} of area ${file}."""`,
    "",
    "    id: Optional[int] = Field(default=None, primary_key=True)",
    "    public_id: UUID = Field(default_factory=uuid4, unique=True, index=True)",
    "    name: str = Field(max_length=100, index=True)",
    "    description: Optional[str] = None",
    "    position: int = 0",
    "    created_at: datetime = Field(default_factory=datetime.utcnow)",
  ];
  if (parent >= 0) {
    const onDelete = shape.onDelete === null ? "" : `, ondelete="${shape.onDelete}"`;
    const type = shape.required ? "int" : "Optional[int]";
    const initial = shape.required ? "" : "default=None, ";
    lines.push(
      index % 4 === 3
        ? `    parent_id: ${type} = Field(sa_column=Column(Integer, ForeignKey("area${file}node${parent}.id"${onDelete}), nullable=${shape.required ? "False" : "True"}))`
        : `    parent_id: ${type} = Field(${initial}foreign_key="area${file}node${parent}.id"${onDelete}, index=True)`,
      `    parent: Optional["Area${file}Node${parent}"] = Relationship(back_populates="children_${index}")`,
    );
  }
  if (index === 0 && other >= 0) {
    lines.push(
      `    neighbour_id: Optional[int] = Field(default=None, foreign_key="area${other}node0.id", ondelete="SET NULL", index=True)`,
      `    neighbour: Optional["Area${other}Node0"] = Relationship()`,
    );
  }
  for (const child of childrenOf(index)) {
    const of = shapeOf(child);
    const options = [
      `back_populates="parent"`,
      ...(of.cascade ? ["cascade_delete=True"] : []),
      ...(of.passive ? ["passive_deletes=True"] : []),
    ];
    lines.push(`    children_${child}: List["Area${file}Node${child}"] = Relationship(${options.join(", ")})`);
  }
  return `${lines.join("\n")}\n\n    def label(self) -> str:\n        return f"{self.id}: {self.name}"\n`;
}

function declarativeFile(file: number): string {
  return `from __future__ import annotations

from datetime import datetime
from typing import Optional

from sqlalchemy import ForeignKey, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base


${Array.from({ length: modelsPerFile }, (_, index) => declarativeClass(file, index)).join("\n\n")}`;
}

function declarativeClass(file: number, index: number): string {
  const parent = parentOf(index);
  const shape = shapeOf(index);
  const lines = [
    `class Area${file}Node${index}(Base):`,
    `    __tablename__ = "area_${file}_node_${index}"`,
    "",
    "    id: Mapped[int] = mapped_column(primary_key=True)",
    "    name: Mapped[str] = mapped_column(String(100), index=True)",
    "    description: Mapped[Optional[str]] = mapped_column(Text)",
    "    position: Mapped[int] = mapped_column(default=0)",
    "    created_at: Mapped[datetime] = mapped_column(server_default=func.now())",
  ];
  if (parent >= 0) {
    const onDelete = shape.onDelete === null ? "" : `, ondelete="${shape.onDelete}"`;
    lines.push(
      `    parent_id: Mapped[${shape.required ? "int" : "Optional[int]"}] = mapped_column(ForeignKey("area_${file}_node_${parent}.id"${onDelete}), index=True)`,
      `    parent: Mapped[Area${file}Node${parent}${shape.required ? "" : " | None"}] = relationship(back_populates="children_${index}")`,
    );
  }
  for (const child of childrenOf(index)) {
    const of = shapeOf(child);
    const options = [
      `back_populates="parent"`,
      ...(of.cascade ? [`cascade="all, delete-orphan"`] : []),
      ...(of.passive ? ["passive_deletes=True"] : []),
    ];
    lines.push(`    children_${child}: Mapped[list[Area${file}Node${child}]] = relationship(${options.join(", ")})`);
  }
  return `${lines.join("\n")}\n\n    def label(self) -> str:\n        return f"{self.id}: {self.name}"\n`;
}

/** One file with a binary tree of `models` models, all reachable from the first, for previews. */
export function tree(models: number, name: string): readonly SyntheticFile[] {
  const classes = Array.from({ length: models }, (_, index) => {
    const parent = index === 0 ? -1 : Math.floor((index - 1) / 2);
    const children = [2 * index + 1, 2 * index + 2].filter((child) => child < models);
    return [
      `class ${name}${index}(SQLModel, table=True):`,
      "    id: Optional[int] = Field(default=None, primary_key=True)",
      "    name: str",
      ...(parent < 0
        ? []
        : [
            `    parent_id: int = Field(foreign_key="${name.toLowerCase()}${parent}.id", ondelete="CASCADE", index=True)`,
            `    parent: Optional["${name}${parent}"] = Relationship(back_populates="children_${index}")`,
          ]),
      ...children.map(
        (child) =>
          `    children_${child}: List["${name}${child}"] = Relationship(back_populates="parent", cascade_delete=True, passive_deletes=True)`,
      ),
    ].join("\n");
  });
  const header = "from typing import List, Optional\n\nfrom sqlmodel import Field, Relationship, SQLModel\n\n";
  return [{ path: `${name.toLowerCase()}s.py`, text: `${header}${classes.join("\n\n\n")}\n` }];
}
