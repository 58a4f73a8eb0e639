//! The schema's steps forward. A step that was released is never changed: what comes later is a step of its own, so that
//! every database of every release becomes the same one.

use std::{collections::BTreeMap, path::Path};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{
    copy,
    lock::{Lock, LockError},
    open::OpenError,
};

/// The steps from an empty file to the newest schema; `PRAGMA user_version` counts those that were taken.
pub const STEPS: &[&str] = &[include_str!("schema.sql")];

/// Takes the steps that are missing. Before each step of a database that was there a copy of it is made beside it
/// (`portal.db.before-2`); each is a transaction of its own, so that one that fails changes nothing.
///
/// `lock` is shared with others. What they have open is not changed under them, so it is given up for one alone meanwhile.
///
/// # Errors
/// [`OpenError`].
pub fn take(connection: &mut Connection, file: &Path, steps: &[&str], mut lock: Lock) -> Result<Lock, OpenError> {
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let known = count(steps);
    let found = look(connection, file, steps)?;
    if found == known {
        return Ok(lock);
    }
    let existing = found > 0;
    if existing {
        drop(lock);
        lock = lock_for(file, Lock::alone(file))?;
    }
    // A step may rebuild tables that others refer to; what they refer to is checked at its end.
    connection.pragma_update(None, "foreign_keys", false).map_err(failed)?;
    for (step, version) in steps.iter().zip(1..).skip(found as usize) {
        let before = copy::free_name(file, &format!(".before-{version}"));
        if existing {
            copy::write(connection, &before).map_err(|reason| OpenError::NoCopy {
                file: file.to_owned(),
                copy: before.clone(),
                reason,
            })?;
        }
        if let Err(reason) = take_one(connection, step, version) {
            // The database is what it was, and the next start would make another copy.
            copy::discard(&before);
            return Err(OpenError::Step { file: file.to_owned(), version, reason });
        }
        if existing {
            tracing::info!(version, copy = %before.display(), "the database was brought forward");
        }
    }
    if existing {
        drop(lock);
        lock = lock_for(file, Lock::shared(file))?;
    }
    Ok(lock)
}

/// The version of a database; 0 for a new one. Its transaction also finds out whether others have it locked.
///
/// # Errors
/// [`OpenError`] where it is of a newer version, or not what a version of this program makes.
fn look(connection: &mut Connection, file: &Path, steps: &[&str]) -> Result<u32, OpenError> {
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let found = version(&transaction).map_err(failed)?;
    check(&transaction, file, found, steps)?;
    transaction.rollback().map_err(failed)?;
    Ok(found)
}

/// Whether a database is what version `found` of this program makes.
///
/// # Errors
/// [`OpenError`] where it is of a newer version, or has other tables.
pub fn check(connection: &Connection, file: &Path, found: u32, steps: &[&str]) -> Result<(), OpenError> {
    let failed = |reason| OpenError::from_sqlite(file, reason);
    let known = count(steps);
    if found > known {
        return Err(OpenError::Newer { file: file.to_owned(), found, known });
    }
    let there = shape(connection).map_err(failed)?;
    if found == 0 {
        return if there.is_empty() { Ok(()) } else { Err(OpenError::Foreign { file: file.to_owned() }) };
    }
    let expected = expected(&steps[..found as usize]).map_err(failed)?;
    let same = expected.iter().all(|(name, columns)| there.get(name) == Some(columns));
    if same { Ok(()) } else { Err(OpenError::Unreleased { file: file.to_owned(), found }) }
}

/// The version of the schema: how many steps were taken.
///
/// # Errors
/// SQLite's.
pub fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn count(steps: &[&str]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// One step, unless another process took it meanwhile.
fn take_one(connection: &mut Connection, step: &str, version: u32) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if self::version(&transaction)? >= version {
        return Ok(());
    }
    transaction.execute_batch(step)?;
    check_references(&transaction)?;
    transaction.pragma_update(None, "user_version", version)?;
    transaction.commit()
}

fn check_references(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let broken = transaction.prepare("PRAGMA foreign_key_check")?.exists([])?;
    match broken {
        true => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
            Some("a row would refer to nothing".to_owned()),
        )),
        false => Ok(()),
    }
}

/// What there is, by kind and name, with the columns of tables. What SQLite writes of a statement is not compared: its
/// versions may differ in that.
type Shape = BTreeMap<(String, String), Vec<String>>;

fn shape(connection: &Connection) -> rusqlite::Result<Shape> {
    let mut shape = Shape::new();
    let mut columns = connection.prepare(
        "SELECT s.type, s.name, c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk
         FROM sqlite_schema s LEFT JOIN pragma_table_info(s.name) c ON s.type = 'table'
         WHERE s.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY s.type, s.name, c.cid",
    )?;
    let mut rows = columns.query([])?;
    while let Some(row) = rows.next()? {
        let columns = shape.entry((row.get(0)?, row.get(1)?)).or_default();
        columns.extend(row.get::<_, Option<String>>(2)?);
    }
    Ok(shape)
}

fn expected(steps: &[&str]) -> rusqlite::Result<Shape> {
    let connection = Connection::open_in_memory()?;
    for step in steps {
        connection.execute_batch(step)?;
    }
    shape(&connection)
}

/// Says in a sentence why there is no lock.
///
/// # Errors
/// [`OpenError`] where there is none.
pub fn lock_for(file: &Path, lock: Result<Lock, LockError>) -> Result<Lock, OpenError> {
    lock.map_err(|reason| match reason {
        LockError::Taken => OpenError::InUse { file: file.to_owned() },
        LockError::Io(reason) => OpenError::from_io(file, reason),
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use rusqlite::Connection;
    use tempfile::TempDir;

    use super::{Lock, OpenError, STEPS, check, take, version};

    const FIRST: &str = "CREATE TABLE people (name TEXT PRIMARY KEY) STRICT;
        CREATE TABLE pets (name TEXT, owner TEXT NOT NULL REFERENCES people (name)) STRICT;";
    const SECOND: &str = "ALTER TABLE people ADD COLUMN age INTEGER; CREATE INDEX people_by_age ON people (age);";
    const THIRD: &str = "UPDATE people SET age = 40;";

    struct Place {
        _folder: TempDir,
        file: PathBuf,
    }

    impl Place {
        /// A database of a release with one step, with somebody in it.
        fn old() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let place = Self { file: folder.path().join("portal.db"), _folder: folder };
            place.start(&[FIRST]).unwrap();
            place
                .open()
                .execute_batch("INSERT INTO people VALUES ('Eva'); INSERT INTO pets VALUES ('Rex', 'Eva')")
                .unwrap();
            place
        }

        fn open(&self) -> Connection {
            Connection::open(&self.file).unwrap()
        }

        fn start(&self, steps: &[&str]) -> Result<(), OpenError> {
            let lock = Lock::shared(&self.file).unwrap();
            take(&mut self.open(), &self.file, steps, lock).map(drop)
        }

        fn beside(&self) -> Vec<String> {
            let folder = self.file.parent().unwrap();
            let mut names: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|it| it.unwrap().file_name().into_string().unwrap())
                .filter(|name| name.contains("before"))
                .collect();
            names.sort();
            names
        }
    }

    #[test]
    fn each_missing_step_is_taken_after_a_copy() {
        let place = Place::old();
        assert_eq!(place.beside(), Vec::<String>::new(), "a new database needs no copy");
        place.start(&[FIRST, SECOND, THIRD]).unwrap();
        let database = place.open();
        let eva: (String, i64) =
            database.query_row("SELECT name, age FROM people", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!((eva, version(&database).unwrap()), (("Eva".to_owned(), 40), 3));
        assert_eq!(place.beside(), ["portal.db.before-2", "portal.db.before-3"]);
        let copy = Connection::open(place.file.with_file_name("portal.db.before-2")).unwrap();
        assert_eq!(version(&copy).unwrap(), 1);
        assert!(copy.prepare("SELECT age FROM people").is_err(), "the copy is what it was before");
        let eva: String = copy.query_row("SELECT name FROM people", [], |row| row.get(0)).unwrap();
        assert_eq!(eva, "Eva");
        // Again it is as it is.
        place.start(&[FIRST, SECOND, THIRD]).unwrap();
        assert_eq!(place.beside().len(), 2);
    }

    #[test]
    fn a_copy_of_an_earlier_time_is_kept() {
        let place = Place::old();
        std::fs::write(place.file.with_file_name("portal.db.before-2"), "of an earlier time").unwrap();
        place.start(&[FIRST, SECOND]).unwrap();
        assert_eq!(place.beside(), ["portal.db.before-2", "portal.db.before-2-1"]);
        assert_eq!(
            std::fs::read_to_string(place.file.with_file_name("portal.db.before-2")).unwrap(),
            "of an earlier time"
        );
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let place = Place::old();
        for (broken, reason) in [
            ("ALTER TABLE people ADD COLUMN age INTEGER; INSERT INTO nowhere VALUES (1);", "nowhere"),
            ("DELETE FROM people;", "refer"),
        ] {
            let refused = place.start(&[FIRST, broken]).unwrap_err();
            assert!(matches!(refused, OpenError::Step { version: 2, .. }), "{refused}");
            assert!(refused.to_string().contains(reason), "{refused}");
            assert_eq!(version(&place.open()).unwrap(), 1);
            assert!(place.open().prepare("SELECT age FROM people").is_err());
            assert_eq!(place.beside(), Vec::<String>::new());
        }
        // The rows are still there, and the repaired step takes them along.
        place.start(&[FIRST, SECOND]).unwrap();
        let pets: i64 = place.open().query_row("SELECT count(*) FROM pets", [], |row| row.get(0)).unwrap();
        assert_eq!(pets, 1);
    }

    #[test]
    fn nothing_is_changed_under_somebody_who_has_it_open() {
        let place = Place::old();
        let other = Lock::shared(&place.file).unwrap();
        assert!(matches!(place.start(&[FIRST, SECOND]).unwrap_err(), OpenError::InUse { .. }));
        assert_eq!(version(&place.open()).unwrap(), 1);
        drop(other);
        place.start(&[FIRST, SECOND]).unwrap();
    }

    #[test]
    fn what_another_version_or_program_made_is_refused_and_stays_as_it_is() {
        let place = Place::old();
        place.start(&[FIRST, SECOND]).unwrap();
        assert!(matches!(place.start(&[FIRST]).unwrap_err(), OpenError::Newer { found: 2, known: 1, .. }));
        let other = "CREATE TABLE people (name TEXT PRIMARY KEY, height INTEGER) STRICT;";
        assert!(matches!(place.start(&[other, SECOND]).unwrap_err(), OpenError::Unreleased { found: 2, .. }));
        place.open().pragma_update(None, "user_version", 0).unwrap();
        assert!(matches!(place.start(&[FIRST]).unwrap_err(), OpenError::Foreign { .. }));
    }

    #[test]
    fn the_steps_make_what_is_expected_of_them() {
        let mut connection = Connection::open_in_memory().unwrap();
        for (step, version) in STEPS.iter().zip(1..) {
            super::take_one(&mut connection, step, version).unwrap();
        }
        // What SQLite or an operator adds does not matter.
        connection.execute_batch("ANALYZE; CREATE INDEX own ON accounts (job_title)").unwrap();
        let newest = version(&connection).unwrap();
        check(&connection, "portal.db".as_ref(), newest, STEPS).unwrap();
        connection.execute_batch("ALTER TABLE accounts DROP COLUMN office_location").unwrap();
        assert!(check(&connection, "portal.db".as_ref(), newest, STEPS).is_err());
    }
}
