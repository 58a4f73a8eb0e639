//! Tables as files that spreadsheets open: RFC 4180 in UTF-8 with a mark at its beginning, by which Excel knows it is.
//!
//! What people typed may look like a formula to a spreadsheet and then reads other cells or asks the network. A cell that
//! begins like one gets an apostrophe before it (OWASP, *CSV Injection*), so that it stays text.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// What every file begins with: the byte order mark.
const MARK: char = '\u{feff}';

/// With what a formula begins: signs, and white space that spreadsheets skip before them.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The most characters of a file's name, without its ending.
const MAX_NAME: usize = 60;

/// A table that is being written, a row at a time.
#[derive(Clone, Debug)]
pub struct Csv(String);

impl Csv {
    /// A table with the names of its columns.
    pub fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Self {
        let mut table = Self(String::from(MARK));
        table.row(columns);
        table
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        let quoted = text.contains(['"', ',', '\r', '\n']);
        if quoted {
            self.0.push('"');
        }
        if text.starts_with(FORMULA) {
            self.0.push('\'');
        }
        self.0.push_str(&text.replace('"', "\"\""));
        if quoted {
            self.0.push('"');
        }
    }

    /// The table as a file to keep, called after `name`: letters, digits and `-` of it.
    pub fn download(self, name: &str) -> Response {
        let kept = format!("attachment; filename=\"{}.csv\"", file_name(name));
        let kept = HeaderValue::from_str(&kept).unwrap_or(HeaderValue::from_static("attachment"));
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CONTENT_DISPOSITION, kept),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, self.0).into_response()
    }
}

/// A name that every system takes: without accents, in lower case, its words joined.
fn file_name(name: &str) -> String {
    let plain: String =
        crate::store::sort_name(name).chars().map(|it| if it.is_ascii_alphanumeric() { it } else { ' ' }).collect();
    let joined: String = plain.split_whitespace().collect::<Vec<_>>().join("-").chars().take(MAX_NAME).collect();
    if joined.is_empty() { "table".to_owned() } else { joined }
}

#[cfg(test)]
mod tests {
    use axum::http::header;
    use proptest::prelude::*;

    use super::{Csv, FORMULA, MARK, file_name};

    fn written(cells: &[&str]) -> String {
        let mut table = Csv::new(["a"]);
        table.row(cells.iter().copied());
        table.0.strip_prefix("\u{feff}a\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    /// The rows of a table, read as RFC 4180 writes them.
    fn read(table: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut quoted, mut characters) = (false, table.chars().peekable());
        while let Some(it) = characters.next() {
            match it {
                '"' if quoted && characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted && characters.peek() == Some(&'\n') => {
                    characters.next();
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                it => cell.push(it),
            }
        }
        rows
    }

    #[test]
    fn a_table_begins_with_its_mark_and_its_columns() {
        assert_eq!(Csv::new(["Name", "User ID"]).0, "\u{feff}Name,User ID\r\n");
    }

    #[test]
    fn cells_are_quoted_only_where_they_have_to_be() {
        assert_eq!(written(&["Anna", "", "Zoë de Vries"]), "Anna,,Zoë de Vries");
        assert_eq!(
            written(&["de Vries, Anna", "the \"boss\"", "two\nlines"]),
            "\"de Vries, Anna\",\"the \"\"boss\"\"\",\"two\nlines\""
        );
    }

    #[test]
    fn what_begins_like_a_formula_stays_text() {
        for formula in ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1"] {
            assert_eq!(written(&[formula]), format!("'{formula}"));
        }
        assert_eq!(written(&["\r=1"]), "\"'\r=1\"");
        assert_eq!(written(&["=A1,B1"]), "\"'=A1,B1\"");
        assert_eq!(written(&["=HYPERLINK(\"x\")"]), "\"'=HYPERLINK(\"\"x\"\")\"");
        // In the middle it means nothing.
        assert_eq!(written(&["a=1", "anna@harbor.example"]), "a=1,anna@harbor.example");
    }

    #[test]
    fn files_have_plain_names() {
        assert_eq!(file_name("Quay 4: Éclair / \"staff\"\r\n"), "quay-4-eclair-staff");
        assert_eq!(file_name("港"), "table");
        assert_eq!(file_name(&"a".repeat(100)).len(), 60);
        let answer = Csv::new(["a"]).download("Quay 4");
        assert_eq!(answer.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"quay-4.csv\"");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
    }

    proptest! {
        #[test]
        fn tables_come_back_as_they_were_and_no_cell_is_a_formula(cells in prop::collection::vec("[=+@,\"'\r\n\ta-z-]{0,8}", 1..5)) {
            let mut table = Csv::new(["a"]);
            table.row(cells.iter().map(String::as_str));
            let rows = read(table.0.strip_prefix(MARK).unwrap());
            prop_assert_eq!(rows.len(), 2);
            let safe = |cell: &String| if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.clone() };
            prop_assert_eq!(&rows[1], &cells.iter().map(safe).collect::<Vec<_>>());
        }
    }
}
