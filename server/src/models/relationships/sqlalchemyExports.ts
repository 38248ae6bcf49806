/** The names that the package `sqlalchemy` 2.0 and 2.1 offers, all of which a string argument of a relationship can see. */
export const SQLALCHEMY_EXPORTS: ReadonlySet<string> = new Set(
  (
    "ARRAY AdaptedConnection AggregateOrderBy Alias AliasedReturnsRows Any AssertionPool AsyncAdaptedQueuePool " +
    "BIGINT BINARY BLANK_SCHEMA BLOB BOOLEAN BaseDDLElement BaseRow BigInteger BinaryExpression BindParameter " +
    "BindTyping Boolean BooleanClauseList CHAR CLOB CTE CacheKey Case Cast CheckConstraint CheckFirst " +
    "ChunkedIteratorResult ClauseElement ClauseList CollectionAggregate Column ColumnClause ColumnCollection " +
    "ColumnDefault ColumnElement ColumnExpressionArgument ColumnOperators Compiled CompoundSelect Computed " +
    "Connection Constraint CreateEnginePlugin CreateTable CreateTableAs CreateView CursorResult DATE DATETIME DDL " +
    "DDLElement DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime DefaultClause Delete Dialect Double DropTable " +
    "DropView Engine Enum ExceptionContext Executable ExecutableDDLElement ExecutionContext Exists Extract FLOAT " +
    "FallbackAsyncAdaptedQueuePool False_ FetchedValue Float ForeignKey ForeignKeyConstraint ForeignKeyTarget " +
    "FrameClause FrameClauseType FromClause FromGrouping FrozenResult Function FunctionElement FunctionFilter " +
    "GenerativeSelect Grouping HasCTE HasPrefixes HasSuffixes INT INTEGER Identity Index Insert Inspector Integer " +
    "Interval IteratorResult JSON Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE " +
    "LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement LargeBinary Lateral MappingResult MergedResult MetaData " +
    "NCHAR NUMERIC NVARCHAR Named NestedTransaction NotNullable Null NullPool Nullable Numeric NumericCommon " +
    "Operators OrderByList Over PickleType Pool PoolProxiedConnection PoolResetState PrimaryKeyConstraint " +
    "QueuePool REAL ReleaseSavepointClause Result ResultProxy ReturnsRows RollbackToSavepointClause " +
    "RootTransaction Row RowMapping SMALLINT SQLColumnExpression SavepointClause ScalarResult ScalarSelect Select " +
    "SelectBase SelectLabelStyle Selectable Sequence SingletonThreadPool SmallInteger StatementLambdaElement " +
    "StaticPool String Subquery TEXT TIME TIMESTAMP TString Table TableClause TableSample TableValuedAlias " +
    "TableValuedColumn Text TextAsFrom TextClause TextualSelect Time Transaction True_ TryCast Tuple TupleType " +
    "TwoPhaseTransaction TypeClause TypeCoerce TypeCompiler TypeDecorator TypedColumns URL UUID UnaryExpression " +
    "Unicode UnicodeText UniqueConstraint Update UpdateBase Uuid VARBINARY VARCHAR Values ValuesBase Visitable " +
    "WithinGroup aggregate_order_by alias all_ and_ annotations any_ asc between bindparam bitwise_not case cast " +
    "collate column create_engine create_mock_engine create_pool_from_url cte custom_op cyextension delete desc " +
    "dialects distinct engine engine_from_config event exc except_ except_all exists extract false " +
    "from_dml_column func funcfilter insert insert_sentinel inspect inspection intersect intersect_all join label " +
    "lambda_stmt lateral literal literal_column log make_url modifier not_ null nulls_first nulls_last nullsfirst " +
    "nullslast or_ outerjoin outparam over pool quoted_name result_tuple schema select sql table tablesample text " +
    "true try_cast tstring tuple_ type_coerce types union union_all update util values within_group"
  ).split(" "),
);
