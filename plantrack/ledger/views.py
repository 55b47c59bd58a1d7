"""Schema step 2: the numbers on the screen, for anyone who opens the file with DuckDB."""

STANDING = """
CREATE VIEW standing_revisions AS
WITH settled AS (
    -- Newest withdrawal first: one that is itself withdrawn by then takes nothing back.
    SELECT plan_id, list_reduce(
        list([revision, withdraws] ORDER BY revision DESC),
        lambda withdrawn, one: CASE WHEN list_contains(withdrawn, one[1]) THEN withdrawn
            ELSE list_append(withdrawn, one[2]) END,
        []::INTEGER[]
    ) AS withdrawn
    FROM revisions WHERE withdraws IS NOT NULL GROUP BY plan_id
)
SELECT revisions.* FROM revisions LEFT JOIN settled USING (plan_id)
WHERE NOT coalesce(list_contains(settled.withdrawn, revisions.revision), false);

CREATE VIEW definition_in_force AS
SELECT plan_id, arg_max(plan_digest, revision) AS plan_digest
FROM standing_revisions GROUP BY plan_id;

CREATE VIEW sources AS
SELECT plan_id, id, title, publisher, published, url
FROM definition_sources JOIN definition_in_force USING (plan_id, plan_digest)
UNION ALL
SELECT plan_id, id, title, publisher, published, url FROM origins
WHERE NOT EXISTS (
    SELECT 1 FROM definition_sources JOIN definition_in_force USING (plan_id, plan_digest)
    WHERE definition_sources.plan_id = origins.plan_id AND definition_sources.id = origins.id
)
QUALIFY row_number() OVER (
    PARTITION BY plan_id, id
    ORDER BY (plan_id, revision) IN (SELECT (plan_id, revision) FROM standing_revisions) DESC,
        revision DESC
) = 1;
"""

CURRENT_FIGURES = """
CREATE VIEW current_figures AS
WITH standing AS (
    SELECT figures.* FROM figures JOIN standing_revisions USING (plan_id, revision)
    QUALIFY row_number() OVER (
        PARTITION BY plan_id, series, geography, period_start, period_end
        ORDER BY revision DESC
    ) = 1
)
SELECT standing.plan_id, s.indicator, i.name_vi AS indicator_vi, i.name_en AS indicator_en,
    standing.series, s.compiler, standing.geography, standing.period_start, standing.period_end,
    CASE WHEN standing.period_start = make_date(year(standing.period_start), 1, 1)
        AND standing.period_end = make_date(year(standing.period_start), 12, 31)
        THEN year(standing.period_start) END AS year,
    standing.value, i.unit, standing.status, standing.qualifier, standing.use,
    standing.origin, sources.title AS origin_title, standing.locator, standing.revision
FROM standing
JOIN definition_in_force d ON d.plan_id = standing.plan_id
LEFT JOIN definition_series s
    ON s.plan_id = d.plan_id AND s.plan_digest = d.plan_digest AND s.id = standing.series
LEFT JOIN definition_indicators i
    ON i.plan_id = d.plan_id AND i.plan_digest = d.plan_digest AND i.id = s.indicator
LEFT JOIN sources ON sources.plan_id = standing.plan_id AND sources.id = standing.origin;
"""

TARGETS = """
CREATE VIEW targets AS
SELECT t.plan_id, t.target_set, ts.name_vi AS target_set_vi, ts.name_en AS target_set_en,
    ts.in_force_from, ts.in_force_to, t.position, t.id AS target,
    t.indicator, i.name_vi AS indicator_vi, i.name_en AS indicator_en,
    t.geography, t.form, t.low, t.high, t.direction, t.period_start, t.period_end,
    t.baseline_year, i.unit, i.measure, t.qualifier, t.price_basis, t.peer_set, t.k,
    t.origin, sources.title AS origin_title
FROM definition_targets t
JOIN definition_in_force d USING (plan_id, plan_digest)
LEFT JOIN definition_target_sets ts
    ON ts.plan_id = t.plan_id AND ts.plan_digest = t.plan_digest AND ts.id = t.target_set
LEFT JOIN definition_indicators i
    ON i.plan_id = t.plan_id AND i.plan_digest = t.plan_digest AND i.id = t.indicator
LEFT JOIN sources ON sources.plan_id = t.plan_id AND sources.id = t.origin;
"""

BASELINES = """
CREATE VIEW baselines AS
WITH yearly AS (
    SELECT * FROM current_figures
    WHERE year IS NOT NULL AND "use" = 'figure' AND status <> 'projection'
),
newest AS (
    SELECT plan_id, series, geography, max(year) AS year FROM yearly
    GROUP BY plan_id, series, geography
),
-- A break after the declared baseline starts anew: its first figure is the baseline.
segments AS (
    SELECT newest.plan_id, newest.series, newest.geography,
        max(b.first_year_after) AS first_year
    FROM newest
    JOIN definition_in_force d ON d.plan_id = newest.plan_id
    JOIN definition_breaks b ON b.plan_id = d.plan_id AND b.plan_digest = d.plan_digest
        AND b.series = newest.series AND b.first_year_after <= newest.year
    GROUP BY newest.plan_id, newest.series, newest.geography
),
chosen AS (
    SELECT t.*, s.id AS series,
        CASE WHEN t.measure = 'average_growth' THEN 'index_100'
            WHEN t.form = 'cumulative' THEN 'sum_from_0' ELSE 'figure' END AS basis,
        CASE WHEN g.first_year > t.baseline_year
            THEN (SELECT min(y.year) FROM yearly y
                WHERE y.plan_id = t.plan_id AND y.series = s.id
                    AND y.geography = t.geography AND y.year >= g.first_year)
            ELSE t.baseline_year END AS figure_year
    FROM targets t
    JOIN definition_in_force d ON d.plan_id = t.plan_id
    LEFT JOIN definition_series s ON s.plan_id = d.plan_id AND s.plan_digest = d.plan_digest
        AND s.indicator = t.indicator AND s.preferred
    LEFT JOIN segments g
        ON g.plan_id = t.plan_id AND g.series = s.id AND g.geography = t.geography
)
SELECT c.plan_id, c.target_set, c.position, c.target, c.indicator, c.indicator_vi,
    c.indicator_en, c.series, c.geography, c.baseline_year, c.basis, c.figure_year,
    y.value, c.unit, y.status, y.qualifier, y.origin, y.origin_title, y.revision
FROM chosen c
LEFT JOIN yearly y ON c.basis = 'figure' AND y.plan_id = c.plan_id AND y.series = c.series
    AND y.geography = c.geography AND y.year = c.figure_year;
"""

COMMENTS = """
COMMENT ON VIEW current_figures IS
'The newest standing figure of each series, geography and period, under the plan in force. year is empty for anything but one calendar year.';
COMMENT ON VIEW targets IS
'The targets of the plan in force. low and high are in the indicator''s unit.';
COMMENT ON VIEW baselines IS
'The figure each target starts from, in the preferred series; value is empty when unknown. figure_year differs from baseline_year where a later break starts the series anew. basis index_100: an average growth starts from an index of 100 in the baseline year; basis sum_from_0: a cumulated target starts from 0: neither is a stored figure.';
"""  # noqa: E501 - a comment is one SQL string
