"""Schema step 1: the tables. Nothing in them is changed or deleted, except saved things."""

REVISIONS = """
CREATE TABLE plans (plan_id VARCHAR PRIMARY KEY, created_at TIMESTAMP NOT NULL);

CREATE TABLE definitions (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, definition VARCHAR NOT NULL,
    PRIMARY KEY (plan_id, plan_digest)
);

CREATE TABLE revisions (
    plan_id VARCHAR NOT NULL, revision INTEGER NOT NULL, kind VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL, made_by VARCHAR NOT NULL, note VARCHAR NOT NULL,
    plan_digest VARCHAR NOT NULL, program_version VARCHAR NOT NULL,
    raw_digest VARCHAR, row_count INTEGER NOT NULL, rows_digest VARCHAR NOT NULL,
    withdraws INTEGER, decisions VARCHAR NOT NULL,
    PRIMARY KEY (plan_id, revision)
);

CREATE TABLE figures (
    plan_id VARCHAR NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
    series VARCHAR NOT NULL, geography VARCHAR NOT NULL,
    period_start DATE NOT NULL, period_end DATE NOT NULL,
    value DECIMAL(24, 8) NOT NULL, decimals INTEGER,
    status VARCHAR NOT NULL, qualifier VARCHAR NOT NULL, use VARCHAR NOT NULL,
    origin VARCHAR NOT NULL, locator VARCHAR NOT NULL,
    note_vi VARCHAR NOT NULL, note_en VARCHAR NOT NULL
);

CREATE TABLE origins (
    plan_id VARCHAR NOT NULL, revision INTEGER NOT NULL, id VARCHAR NOT NULL,
    title VARCHAR NOT NULL, publisher VARCHAR NOT NULL, published VARCHAR NOT NULL,
    url VARCHAR NOT NULL, licence VARCHAR NOT NULL,
    note_vi VARCHAR NOT NULL, note_en VARCHAR NOT NULL
);

CREATE TABLE saved (
    plan_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
    value VARCHAR NOT NULL, saved_by VARCHAR NOT NULL, saved_at TIMESTAMP NOT NULL
);
"""

# The rows of each kept definition that the views join with; the definition itself is whole in
# `definitions`.
DEFINITIONS = """
CREATE TABLE definition_sources (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, id VARCHAR NOT NULL,
    title VARCHAR NOT NULL, publisher VARCHAR NOT NULL, published VARCHAR NOT NULL,
    url VARCHAR NOT NULL
);

CREATE TABLE definition_units (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, id VARCHAR NOT NULL,
    name_vi VARCHAR NOT NULL, name_en VARCHAR NOT NULL
);

CREATE TABLE definition_indicators (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, id VARCHAR NOT NULL,
    name_vi VARCHAR NOT NULL, name_en VARCHAR NOT NULL, unit VARCHAR NOT NULL,
    decimals INTEGER NOT NULL, price_basis VARCHAR NOT NULL, measure VARCHAR NOT NULL,
    theme VARCHAR NOT NULL
);

CREATE TABLE definition_series (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, id VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL, compiler VARCHAR NOT NULL, preferred BOOLEAN NOT NULL
);

CREATE TABLE definition_breaks (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, series VARCHAR NOT NULL,
    first_year_after INTEGER NOT NULL
);

CREATE TABLE definition_target_sets (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, id VARCHAR NOT NULL,
    name_vi VARCHAR NOT NULL, name_en VARCHAR NOT NULL, document VARCHAR NOT NULL,
    adopted DATE, in_force_from DATE, in_force_to DATE, source VARCHAR NOT NULL
);

CREATE TABLE definition_targets (
    plan_id VARCHAR NOT NULL, plan_digest VARCHAR NOT NULL, position INTEGER NOT NULL,
    id VARCHAR NOT NULL, target_set VARCHAR NOT NULL, indicator VARCHAR NOT NULL,
    geography VARCHAR NOT NULL, form VARCHAR NOT NULL,
    low DECIMAL(24, 8), high DECIMAL(24, 8), direction VARCHAR NOT NULL,
    period_start DATE NOT NULL, period_end DATE NOT NULL, baseline_year INTEGER NOT NULL,
    qualifier VARCHAR NOT NULL, price_basis VARCHAR NOT NULL,
    peer_set VARCHAR, k INTEGER, origin VARCHAR NOT NULL
);
"""

NAMES = (
    "schema_steps",
    "plans",
    "definitions",
    "revisions",
    "figures",
    "origins",
    "saved",
    "definition_sources",
    "definition_units",
    "definition_indicators",
    "definition_series",
    "definition_breaks",
    "definition_target_sets",
    "definition_targets",
)
