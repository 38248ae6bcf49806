from typing import List, Optional
from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, UniqueConstraint, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship, foreign, remote


class Base(DeclarativeBase):
    pass


class Tenanted:
    @declared_attr
    def tenant_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), primary_key=True)

    id: Mapped[int] = mapped_column(primary_key=True)


class Tenant(Base):
    __tablename__ = "tenant"
    id: Mapped[int] = mapped_column(primary_key=True)
    projects: Mapped[List["Project"]] = relationship(back_populates="tenant", passive_deletes=True, cascade="all, delete-orphan")
    users: Mapped[List["User"]] = relationship(passive_deletes="all")


class User(Tenanted, Base):
    __tablename__ = "user"
    email: Mapped[str]
    tasks: Mapped[List["Task"]] = relationship(back_populates="assignee", primaryjoin="and_(User.tenant_id == Task.tenant_id, User.id == foreign(Task.assignee_id))", overlaps="tasks")
    __table_args__ = (UniqueConstraint("tenant_id", "email"),)


class Project(Tenanted, Base):
    __tablename__ = "project"
    tenant: Mapped["Tenant"] = relationship(back_populates="projects")
    tasks: Mapped[List["Task"]] = relationship(back_populates="project", cascade="all, delete-orphan", overlaps="tasks,assignee")
    owner_id: Mapped[Optional[int]]
    owner: Mapped[Optional["User"]] = relationship(viewonly=True, primaryjoin="and_(Project.tenant_id == User.tenant_id, foreign(Project.owner_id) == User.id)")
    __table_args__ = (ForeignKeyConstraint(["tenant_id", "owner_id"], ["user.tenant_id", "user.id"]),)


class Task(Tenanted, Base):
    __tablename__ = "task"
    project_id: Mapped[int]
    assignee_id: Mapped[Optional[int]]
    parent_id: Mapped[Optional[int]]
    project: Mapped["Project"] = relationship(back_populates="tasks", overlaps="tasks,assignee")
    assignee: Mapped[Optional["User"]] = relationship(back_populates="tasks", primaryjoin="and_(User.tenant_id == Task.tenant_id, User.id == foreign(Task.assignee_id))", overlaps="project,tasks")
    subtasks: Mapped[List["Task"]] = relationship(primaryjoin="and_(Task.tenant_id == remote(Task.tenant_id), Task.id == remote(foreign(Task.parent_id)))", cascade="all", overlaps="project,assignee")
    labels: Mapped[List["Label"]] = relationship(secondary="task_label", overlaps="tasks", primaryjoin="and_(Task.tenant_id == TaskLabel.tenant_id, Task.id == TaskLabel.task_id)", secondaryjoin="and_(Label.tenant_id == TaskLabel.tenant_id, Label.id == TaskLabel.label_id)")
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "project_id"], ["project.tenant_id", "project.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["tenant_id", "assignee_id"], ["user.tenant_id", "user.id"]),
        ForeignKeyConstraint(["tenant_id", "parent_id"], ["task.tenant_id", "task.id"]),
    )


class Label(Tenanted, Base):
    __tablename__ = "label"
    colour: Mapped[str] = mapped_column(String(6))


class TaskLabel(Base):
    __tablename__ = "task_label"
    tenant_id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(primary_key=True)
    label_id: Mapped[int] = mapped_column(primary_key=True)
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "task_id"], ["task.tenant_id", "task.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["tenant_id", "label_id"], ["label.tenant_id", "label.id"]),
    )
