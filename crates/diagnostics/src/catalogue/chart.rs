//! What is wrong with the data of a chart.

use crate::Text;

messages! {
    /// A file that is neither CSV nor YAML, or has an encoding of its own.
    NOT_DATA: Error "chart-file";
    /// A file without a row of figures.
    EMPTY: Error "chart-empty";
    /// A quotation mark that is not closed.
    QUOTE: Error "chart-quote";
    /// A column without name, or two of one name.
    COLUMN_NAME: Error "chart-column-name";
    /// `Title of the table;;` above the line with the names.
    TITLE_ROW: Error "chart-title-row";
    /// More cells than columns.
    TOO_MANY_CELLS: Error "chart-cells";
    /// A first line that names no column.
    NO_HEAD: Warning "chart-head";
    /// Fewer cells than columns.
    TOO_FEW_CELLS: Warning "chart-cells-missing";
    /// Two rows of one name.
    ROW_TWICE: Warning "chart-row-twice";
    /// A column that the data lack.
    COLUMN: Error "chart-column";
    /// A cell that is no number.
    NUMBER: Error "chart-number";
    /// A cell that is one of two numbers.
    NUMBER_READINGS: Error "chart-number-readings";
    /// A part of a whole below nothing.
    NEGATIVE: Error "chart-negative";
    /// A whole that is nothing.
    NO_WHOLE: Error "chart-whole";
    /// More than can be told apart.
    TOO_MANY_SERIES: Error "chart-series";
    /// More parts than can be told apart.
    TOO_MANY_PARTS: Error "chart-parts";
    /// More rows than anybody reads.
    TOO_MANY_ROWS: Error "chart-rows";
    /// A list of YAML whose items are no maps of plain values.
    YAML: Error "chart-yaml";
    /// `by` without a collection of that name.
    COLLECTION: Error "chart-collection";
    /// A collection without `by`.
    BY: Error "chart-by";
    /// `by` or `value` with the name of no field that serves.
    FIELD: Error "chart-field";
    /// Amounts that do not add up.
    CURRENCIES: Error "chart-currencies";
}

/// The line in which a table names its columns.
pub static COLUMNS_HERE: Text = Text("chart-columns-here");

/// An entry whose amount is in another currency.
pub static AMOUNT_HERE: Text = Text("chart-amount-here");

/// What `by` needs.
pub static TO_COUNT_BY: Text = Text("chart-to-count-by");

/// What `value` needs.
pub static TO_ADD_UP: Text = Text("chart-to-add-up");
