/**
 * What `import *` from a library brings into a module, as far as declarations use it. Without this, a name that nothing
 * defines could come from any of several such imports.
 */
const TYPES =
  "ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime " +
  "Double Enum FLOAT Float INT INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR Numeric PickleType REAL SMALLINT " +
  "SmallInteger String TEXT TIME TIMESTAMP Text Time TupleType TypeDecorator UUID Unicode UnicodeText Uuid VARBINARY VARCHAR";

const SCHEMA =
  "BLANK_SCHEMA CheckConstraint Column Computed Constraint DDL DefaultClause FetchedValue ForeignKey ForeignKeyConstraint Identity Index " +
  "MetaData PrimaryKeyConstraint Sequence Table UniqueConstraint ColumnDefault";

const EXPRESSIONS =
  "alias all_ and_ any_ asc between bindparam case cast collate column create_engine delete desc distinct except_ exists extract " +
  "false func insert inspect intersect join lateral literal literal_column not_ null nullsfirst nullslast or_ outerjoin over " +
  "select table text true tuple_ type_coerce union union_all update values within_group";

const POSTGRESQL =
  "ARRAY BIGINT BIT BOOLEAN BYTEA CHAR CIDR CITEXT DATE DATEMULTIRANGE DATERANGE DOMAIN DOUBLE_PRECISION ENUM ExcludeConstraint FLOAT " +
  "HSTORE INET INTEGER INTERVAL JSON JSONB JSONPATH MACADDR MONEY NUMERIC NUMMULTIRANGE NUMRANGE OID REAL REGCLASS REGCONFIG SMALLINT " +
  "TEXT TIME TIMESTAMP TSMULTIRANGE TSQUERY TSRANGE TSTZMULTIRANGE TSTZRANGE TSVECTOR UUID VARCHAR array array_agg hstore insert";

const MYSQL =
  "BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE ENUM FLOAT INTEGER JSON LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT " +
  "MEDIUMTEXT NCHAR NUMERIC NVARCHAR REAL SET SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT VARBINARY VARCHAR YEAR insert";

const ORM =
  "DeclarativeBase DeclarativeBaseNoMeta DeclarativeMeta DynamicMapped Mapped MappedAsDataclass MappedColumn Query Relationship " +
  "RelationshipProperty Session WriteOnlyMapped aliased as_declarative attribute_keyed_dict attribute_mapped_collection backref " +
  "clear_mappers column_keyed_dict column_property composite configure_mappers declarative_base declarative_mixin declared_attr " +
  "deferred dynamic_loader foreign has_inherited_table joinedload mapped_as_dataclass mapped_column mapper object_session " +
  "query_expression reconstructor registry relationship remote selectinload sessionmaker scoped_session synonym synonym_for validates";

const TYPING =
  "AbstractSet Annotated Any AnyStr Callable ClassVar Collection DefaultDict Deque Dict Final FrozenSet Generic Iterable Iterator List " +
  "Literal Mapping MutableMapping MutableSequence MutableSet NamedTuple NewType Optional OrderedDict ParamSpec Protocol Self Sequence " +
  "Set TYPE_CHECKING Text Tuple Type TypeAlias TypeVar TypedDict Union cast overload";

const EXPORTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ["sqlalchemy", `${TYPES} ${SCHEMA} ${EXPRESSIONS} orm types schema sql event exc dialects`],
    ["sqlalchemy.types", `${TYPES} UserDefinedType TypeEngine`],
    ["sqlalchemy.sql.sqltypes", `${TYPES} TypeEngine`],
    ["sqlalchemy.schema", SCHEMA],
    ["sqlalchemy.sql.schema", SCHEMA.replace("DDL ", "")],
    ["sqlalchemy.sql", EXPRESSIONS.replace("create_engine ", "").replace("inspect ", "")],
    ["sqlalchemy.sql.expression", EXPRESSIONS.replace("create_engine ", "").replace("inspect ", "")],
    ["sqlalchemy.dialects.postgresql", POSTGRESQL],
    ["sqlalchemy.dialects.mysql", MYSQL],
    ["sqlalchemy.orm", ORM],
    ["sqlmodel", `${TYPES} ${SCHEMA} ${EXPRESSIONS} AutoString UTCDateTime Field Relationship SQLModel Session col`],
    ["typing", TYPING],
    ["datetime", "date datetime time timedelta timezone tzinfo UTC"],
    ["enum", "Enum IntEnum StrEnum Flag IntFlag auto unique"],
    ["decimal", "Decimal Context ROUND_HALF_UP"],
    ["uuid", "UUID uuid1 uuid3 uuid4 uuid5"],
    ["pydantic", "BaseModel ConfigDict EmailStr field_validator model_validator validator constr conint"],
  ].map(([module = "", names = ""]) => [module, new Set(names.split(" "))]),
);

/** Whether `from module import *` binds `name`; null for a library whose exports are not known here. */
export function starExports(module: string, name: string): boolean | null {
  return EXPORTS.get(module)?.has(name) ?? null;
}
