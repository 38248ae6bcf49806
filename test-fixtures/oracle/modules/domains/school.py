from sqlalchemy import Boolean, Column, Date, DateTime, Float, ForeignKey, ForeignKeyConstraint, Integer, String, Table, UniqueConstraint, PrimaryKeyConstraint
from sqlalchemy.orm import backref, declarative_base, relationship, column_property, synonym
from sqlalchemy.ext.orderinglist import ordering_list

Base = declarative_base()

enrolment = Table(
    "enrolment", Base.metadata,
    Column("student_id", Integer, ForeignKey("student.id"), nullable=False),
    Column("course_id", Integer, ForeignKey("course.id"), nullable=False),
    PrimaryKeyConstraint("student_id", "course_id"),
)
prerequisites = Table(
    "prerequisites", Base.metadata,
    Column("course_id", ForeignKey("course.id", ondelete="CASCADE"), primary_key=True),
    Column("needs_id", ForeignKey("course.id", ondelete="CASCADE"), primary_key=True),
)


class Person(Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)
    name = Column(String(40), nullable=False)
    kind = Column(String(10), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "person", "with_polymorphic": "*"}


class Student(Person):
    __tablename__ = "student"
    id = Column(Integer, ForeignKey("person.id"), primary_key=True)
    tutor_id = Column(Integer, ForeignKey("teacher.id"))
    courses = relationship("Course", secondary=enrolment, backref=backref("students", lazy="dynamic"))
    grades = relationship("Grade", backref="student", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_identity": "student"}


class Teacher(Person):
    __tablename__ = "teacher"
    id = Column(Integer, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    tutees = relationship(Student, foreign_keys=[Student.tutor_id], backref="tutor")
    __mapper_args__ = {"polymorphic_identity": "teacher", "inherit_condition": id == Person.id}


class Course(Base):
    __tablename__ = "course"
    id = Column(Integer, primary_key=True)
    title = Column("course_title", String(30))
    teacher_id = Column(ForeignKey("teacher.id"), nullable=True)
    teacher = relationship(Teacher, backref=backref("courses", passive_deletes=True))
    needs = relationship("Course", secondary=prerequisites, primaryjoin=id == prerequisites.c.course_id, secondaryjoin=id == prerequisites.c.needs_id, backref="needed_by", passive_deletes=True)
    lessons = relationship("Lesson", order_by="Lesson.position", collection_class=ordering_list("position"), cascade="all, delete-orphan")


class Lesson(Base):
    __tablename__ = "lesson"
    course_id = Column(ForeignKey(Course.id), primary_key=True)
    position = Column(Integer, primary_key=True)
    topic = Column(String)


class Grade(Base):
    __tablename__ = "grade"
    id = Column(Integer, primary_key=True)
    student_id = Column(Integer, ForeignKey("student.id"), nullable=False)
    course_id = Column(Integer)
    position = Column(Integer)
    mark = Column(Float)
    lesson = relationship(Lesson, backref="grades")
    __table_args__ = (ForeignKeyConstraint([course_id, position], [Lesson.course_id, Lesson.position]),)
